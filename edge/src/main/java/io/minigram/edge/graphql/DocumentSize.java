package io.minigram.edge.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How large an operation is by its document alone, fragments counted each time that they are
 * spread. Each fragment is measured once, so that a short document of fragments in fragments, which
 * spreads to billions of fields, is measured as fast as any.
 *
 * @param depth fields below each other
 * @param fields all of them
 * @param aliases fields under another name
 * @param directives all of them
 */
record DocumentSize(long depth, long fields, long aliases, long directives) {

  private static final DocumentSize NOTHING = new DocumentSize(0, 0, 0, 0);

  /** Far above every limit, and far below what a sum of two would overflow at. */
  private static final long COUNTLESS = Integer.MAX_VALUE;

  /** The largest of the operations of a document, which need not be valid, by each measure. */
  static DocumentSize of(Document document) {
    var measuring =
        new Measuring(
            document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(
                    Collectors.toMap(
                        FragmentDefinition::getName, fragment -> fragment, (one, other) -> one)));
    return document.getDefinitionsOfType(OperationDefinition.class).stream()
        .map(measuring::operation)
        .reduce(NOTHING, DocumentSize::largest);
  }

  private DocumentSize largest(DocumentSize other) {
    return new DocumentSize(
        Math.max(depth, other.depth),
        Math.max(fields, other.fields),
        Math.max(aliases, other.aliases),
        Math.max(directives, other.directives));
  }

  /** Both, side by side. */
  private DocumentSize and(DocumentSize other) {
    return new DocumentSize(
        Math.max(depth, other.depth),
        sum(fields, other.fields),
        sum(aliases, other.aliases),
        sum(directives, other.directives));
  }

  private DocumentSize withDirectives(int more) {
    return new DocumentSize(depth, fields, aliases, sum(directives, more));
  }

  private DocumentSize under(Field field) {
    return new DocumentSize(
        sum(depth, 1),
        sum(fields, 1),
        sum(aliases, field.getAlias() == null ? 0 : 1),
        sum(directives, field.getDirectives().size()));
  }

  private static long sum(long one, long other) {
    return Math.min(COUNTLESS, one + other);
  }

  private record Measuring(
      Map<String, FragmentDefinition> fragments, Map<String, DocumentSize> measured) {

    Measuring(Map<String, FragmentDefinition> fragments) {
      this(fragments, new HashMap<>());
    }

    DocumentSize operation(OperationDefinition operation) {
      return selections(operation.getSelectionSet())
          .withDirectives(operation.getDirectives().size());
    }

    private DocumentSize selections(SelectionSet set) {
      var size = NOTHING;
      if (set != null) {
        for (var selection : set.getSelections()) {
          size = size.and(selection(selection));
        }
      }
      return size;
    }

    private DocumentSize selection(Selection<?> selection) {
      if (selection instanceof Field field) {
        return selections(field.getSelectionSet()).under(field);
      }
      if (selection instanceof InlineFragment fragment) {
        return selections(fragment.getSelectionSet())
            .withDirectives(fragment.getDirectives().size());
      }
      var spread = (FragmentSpread) selection;
      return fragment(spread.getName()).withDirectives(spread.getDirectives().size());
    }

    private DocumentSize fragment(String name) {
      var known = measured.get(name);
      var fragment = fragments.get(name);
      if (known != null || fragment == null) {
        return known == null ? NOTHING : known;
      }
      // one that spreads itself is refused when the document is validated
      measured.put(name, NOTHING);
      var size =
          selections(fragment.getSelectionSet()).withDirectives(fragment.getDirectives().size());
      measured.put(name, size);
      return size;
    }
  }
}
