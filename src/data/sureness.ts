/** How sure a fact is: `confirmed` was read in the text cited, `second-hand` in a text about it, `unconfirmed` was not. */
export type Sureness = "confirmed" | "second-hand" | "unconfirmed";
