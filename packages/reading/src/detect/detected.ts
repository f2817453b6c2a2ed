import type { Format } from "@besunny/document-model/parsed-document";

export type Detected = { format: Format; mediaType: string };
