import type { Cost } from "../ai";

/** Says that a model's answer cannot be used. `cost` is the price of the call, which was paid all the same. */
export class UnusableAnswer extends Error {
  override readonly name = "UnusableAnswer";
  readonly cost: Cost;

  constructor(message: string, cost: Cost, options?: ErrorOptions) {
    super(message, options);
    this.cost = cost;
  }
}
