import { AppError } from "../../errors";

/** The ways in which a sign-in by an organisation can fail, as pages name them. */
export const ssoProblems = {
  ended: {
    code: "CONFLICT",
    message: "This sign-in was completed already, or took too long",
    hint: "Begin again.",
  },
  refused: {
    code: "UNAUTHENTICATED",
    message: "The answer of your organisation was not accepted",
    hint: "Begin again. If it stays so, ask an admin of your workspace to look into the audit log.",
  },
  unknown: {
    code: "FORBIDDEN",
    message: "Your organisation's account is linked to nobody here",
    hint: "Sign in with your own account and link it in the settings, or ask for an invitation.",
  },
  taken: {
    code: "CONFLICT",
    message: "There is an account with this address that is not linked to your organisation",
    hint: "Sign in with that account and link it in the settings, under “Security”.",
  },
  notMember: {
    code: "FORBIDDEN",
    message: "You are no member of this workspace",
    hint: "Ask an admin of the workspace for an invitation.",
  },
  otherPerson: {
    code: "CONFLICT",
    message: "Your organisation named another person than the one who is signed in",
    hint: "Sign out at your organisation and begin again.",
  },
  suspended: {
    code: "FORBIDDEN",
    message: "This account is suspended",
    hint: "Ask the people who run BeSunny.",
  },
} as const;
export type SsoProblemName = keyof typeof ssoProblems;

/** The refusal of a sign-in by an organisation; `problem` names it for pages. */
export class SsoProblem extends AppError {
  readonly problem: SsoProblemName;

  constructor(problem: SsoProblemName, options: ErrorOptions = {}) {
    const { code, message, hint } = ssoProblems[problem];
    super(code, message, { hint, ...options });
    this.problem = problem;
  }
}
