import { type WordTree, words } from '../../words/index.js';
import type { PanelField, PanelResourceOptions } from './panel-resource.types.js';

/**
 * The words of a language where AdminJS looks for them: the name of a resource among the labels, and the values of a
 * field among the labels of its resource.
 */
export function adminjsWords(language: string, resources: readonly PanelResourceOptions[]): WordTree {
  const { account: _, catalogue: __, said: ___, ...tree } = words.tree(language);
  const own = tree.resources as Record<string, WordTree>;
  const values = tree.values as Record<string, WordTree>;
  return {
    ...tree,
    labels: {
      ...(tree.labels as WordTree),
      ...Object.fromEntries(
        resources.map(({ id }) => [id, words.say(language, `resources.${id}.actions.list`)]),
      ),
    },
    resources: Object.fromEntries(
      resources.map(({ id, fields }) => [
        id,
        {
          ...own[id],
          messages: {
            ...(own[id]?.messages as WordTree | undefined),
            descriptions: own[id]?.descriptions ?? {},
          },
          labels: Object.fromEntries(fields.flatMap((field) => valueLabels(field, values))),
        },
      ]),
    ),
  };
}

function valueLabels(
  { name, type, values }: PanelField,
  labels: Record<string, WordTree>,
): [string, WordTree][] {
  const tree = labels[type === 'boolean' ? 'boolean' : name];
  return tree !== undefined && (type === 'boolean' || values !== undefined) ? [[name, tree]] : [];
}
