import type { Cost } from "../ai";

/** A model answered, and was paid, but what it said cannot be used. */
export class UnusableAnswer extends Error {
  override readonly name = "UnusableAnswer";
  readonly cost: Cost;

  constructor(message: string, cost: Cost, options?: ErrorOptions) {
    super(message, options);
    this.cost = cost;
  }
}
