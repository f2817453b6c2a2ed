export { claims, fieldOf, keyOf, keys } from "@besunny/core/documents/contract/grammar/keys";
export { parseQuery } from "@besunny/core/documents/contract/grammar/parse-query";
export { printPart, printQuery } from "@besunny/core/documents/contract/grammar/print-query";
export type { Condition, Part, Trouble } from "@besunny/core/documents/contract/grammar/query";
export { searchWordsOf } from "@besunny/core/documents/contract/grammar/search-words";
