import { type Dimension, dimensions } from "@besunny/api/browser/figures";

/** Returns the dimension of this name; undefined if there is none. */
export function asDimension(name: string): Dimension | undefined {
  return dimensions.find((each) => each === name);
}
