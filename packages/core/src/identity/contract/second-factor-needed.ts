import { AppError } from "../../errors";
import type { FactorWay } from "../factors/contract";
import type { PasskeyQuestion } from "../factors/web-authn";

type Asked = { token: string; ways: FactorWay[]; question: PasskeyQuestion | null };

/** The right password alone does not open this account: the door asks for a factor, and keeps the token from scripts. */
export class SecondFactorNeeded extends AppError {
  readonly asked: Asked;

  constructor(asked: Asked) {
    super("SECOND_FACTOR_NEEDED", "This account asks for a second factor", {
      hint: "Enter a code of your authenticator app, or use a passkey or a recovery code.",
    });
    this.asked = asked;
  }
}
