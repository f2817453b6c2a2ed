/** A price of one meter in a plan, as a provider needs it. Money is in millionths of the currency. */
export type MeteredPrice = {
  /** The meter, such as `pages`. */
  meter: string;
  /** The units that the tiers are the price of. */
  per: number;
  tiers: readonly { upTo: number | null; unitMicro: number }[];
};

/** A plan to sell. */
export type SoldPlan = {
  id: string;
  name: string;
  currency: string;
  fixedMicro: number;
  trialDays: number;
  meters: readonly MeteredPrice[];
};

/** A subscription as the provider has it now. */
export type Subscription = {
  id: string;
  customerId: string;
  workspaceId: string | null;
  planId: string | null;
  /** `other` changes nothing. */
  state: "trialing" | "active" | "past_due" | "cancelled" | "other";
  trialEndsAt: Date | null;
};

/** A word of the provider that was proven to be its own. */
export type BillingEvent = {
  id: string;
  kind: string;
  at: Date;
  customerId: string | null;
  subscriptionId: string | null;
  /** Its words on usage that it could not count. */
  problem: string | null;
};

/** Usage to tell. The provider counts an identifier once within a day. */
export type UsageToTell = {
  identifier: string;
  customerId: string;
  meter: string;
  quantity: number;
  at: Date;
};

/** The end of reporting usage: `refused` would be refused again. */
export type Told =
  | { kind: "sent" }
  | { kind: "refused"; why: string }
  | { kind: "later"; why: string };

/** Takes the money. With `none` nobody does: plans, previews and invoices are all local. */
export type Billing =
  | { kind: "none" }
  | {
      kind: "stripe";
      /** Makes the customer of a workspace. The same workspace gets the same one. */
      customer(of: { workspaceId: string; name: string; email: string }): Promise<string>;
      /** Returns the address of a page on which the plan is paid for. */
      checkout(of: {
        customerId: string;
        workspaceId: string;
        plan: SoldPlan;
        returnTo: string;
      }): Promise<string>;
      /** Returns the address of a page with cards, receipts and the end of the subscription. */
      portal(of: { customerId: string; returnTo: string }): Promise<string>;
      subscription(id: string): Promise<Subscription>;
      tell(usage: UsageToTell): Promise<Told>;
      /** Returns what the provider has counted of a meter. */
      counted(of: { customerId: string; meter: string; from: Date; to: Date }): Promise<number>;
      /** Reads a webhook from its raw body. Returns null if it was not signed by the provider. */
      hear(body: string, signature: string): BillingEvent | null;
    };

export type StripeBilling = Extract<Billing, { kind: "stripe" }>;
