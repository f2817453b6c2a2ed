/** Returns true if the model's name is the family's name or one of its dated snapshots. Other variants of a name are other models. */
export function isOfFamily(model: string, family: string): boolean {
  if (!model.startsWith(family)) return false;
  const rest = model.slice(family.length);
  return rest === "" || /^-\d{4}-\d{2}-\d{2}$/.test(rest);
}
