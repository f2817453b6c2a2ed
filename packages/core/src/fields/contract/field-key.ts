/** Returns the key under which queries name a field: `Cost centre` is `cost-centre`, as in `field.cost-centre:4711`. */
export function fieldKey(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, "-");
}
