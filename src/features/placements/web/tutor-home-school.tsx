/** A hollow square for the first school, a full one for the others, always with the name. */
export function School({ name, schools }: { name: string; schools: readonly string[] }) {
  return (
    <span className={schools.indexOf(name) > 0 ? "school b" : "school"}>
      <i />
      {name}
    </span>
  );
}
