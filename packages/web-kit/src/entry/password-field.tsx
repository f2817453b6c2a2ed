import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";

type Props = { label: string; autoFocus?: boolean };

/** The field `password` for the password that a person has already; password managers fill it in. */
export function PasswordField({ label, autoFocus = false }: Props) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          autoFocus={autoFocus}
        />
      )}
    </Field>
  );
}
