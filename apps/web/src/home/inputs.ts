export const recentInput = { limit: 8 };

export const failedInput: { limit: number; status: ["failed"] } = { limit: 50, status: ["failed"] };
