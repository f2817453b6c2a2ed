/** The models that can say a type, as releases order them. */
export { rungs } from "@besunny/document-model/rungs";
