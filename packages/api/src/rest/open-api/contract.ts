import type { RestApp } from "../contract";

/** The API's contract as OpenAPI 3.1 writes it. */
export type Contract = ReturnType<RestApp["getOpenAPI31Document"]>;
