"""All that is said to people: phrases, dates in words, sentences."""
