import { Field } from "@besunny/ui/fields/field";
import { Input } from "@besunny/ui/fields/input";

type Props = { name: string; label: string; hint: string };

/** The field in which a person chooses a password; password managers offer one here. */
export function NewPasswordField({ name, label, hint }: Props) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input
          {...control}
          name={name}
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
        />
      )}
    </Field>
  );
}
