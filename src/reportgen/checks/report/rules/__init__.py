"""What must not contradict what: one file a rule, with its `problems(report)`, and public beside it what others ask."""
