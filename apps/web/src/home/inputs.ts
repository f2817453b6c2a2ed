export const recentInput = { limit: 8 };

export const attentionInput: { limit: number; status: ("failed" | "needs_review")[] } = {
  limit: 6,
  status: ["failed", "needs_review"],
};
