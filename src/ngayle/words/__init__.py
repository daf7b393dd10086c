"""All that is said to people: phrases in two languages, dates in words, sentences, citations."""
