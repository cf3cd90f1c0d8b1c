import { DefinitionError } from './errors.ts';

const PLACEHOLDER = /\$\{([^}]*)\}/g;

/**
 * Fills the `${Name}` placeholders of a definition, as CloudFormation's DefinitionSubstitutions do
 * before the text is parsed.
 * @throws DefinitionError for a placeholder without a value, and for a value without a placeholder
 */
export function substitute(text: string, values: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const filled = text.replace(PLACEHOLDER, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new DefinitionError(null, placeholder, 'has no substitution');
    used.add(name);
    return JSON.stringify(value).slice(1, -1);
  });
  const unused = Object.keys(values).find((name) => !used.has(name));
  if (unused === undefined) return filled;
  throw new DefinitionError(null, unused, 'is substituted but appears nowhere as a placeholder');
}
