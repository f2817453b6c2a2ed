/** The use of what comes to an address: it becomes a document, or starts automations. */
export const inboundUses = ["document", "happening"] as const;

/** The outcome of a delivery. */
export const inboundOutcomes = ["working", "taken", "happened", "refused"] as const;
