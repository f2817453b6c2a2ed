import { z } from "zod";
import { labelPlaces } from "./label-place-words";

/** The screen or door through which a person says a type. */
export const labelPlace = z.enum(labelPlaces).default("document");
