/** The ways of signing in that a policy can allow. */
export const policyMethods = ["password", "passkey", "organisation", "supabase"] as const;
