"""The counter: asks the questions, keeps the answers, hands over the advice."""
