import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";
import type { ReactNode } from "react";

type Props = { label: string; hint?: ReactNode; autoFocus?: boolean };

/** The field `email` of a form; password managers fill it in. */
export function EmailField({ label, hint, autoFocus = false }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus={autoFocus}
        />
      )}
    </Field>
  );
}
