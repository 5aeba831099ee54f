"""Whether the content is sound: what it names, how it is worded, what it promises."""
