"""What must not contradict what: one file a rule, each with one public function, `problems(report)`."""
