package org.cresset.page;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cresset.page.view.View;
import org.jspecify.annotations.NullUnmarked;

/**
 * A record in a template: its components by name, and nothing else. Asking for what it has not is
 * an error that lists what it has.
 */
@NullUnmarked
final class RecordModel implements TemplateHashModel {
  private static final String VIEWS = View.class.getPackageName();
  private static final ClassValue<Optional<Map<String, MethodHandle>>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Optional<Map<String, MethodHandle>> computeValue(Class<?> type) {
          return type.getPackageName().equals(VIEWS)
              ? Optional.of(components(type))
              : Optional.empty();
        }
      };

  private final Values values;
  private final Record view;
  private final Map<String, MethodHandle> components;

  RecordModel(Values values, Record view) throws TemplateModelException {
    this.values = values;
    this.view = view;
    this.components =
        COMPONENTS
            .get(view.getClass())
            .orElseThrow(
                () -> new TemplateModelException("not a view: " + view.getClass().getName()));
  }

  @Override
  public TemplateModel get(String name) throws TemplateModelException {
    MethodHandle component = components.get(name);
    if (component == null) {
      throw new TemplateModelException(
          view.getClass().getSimpleName() + " has no " + name + "; it has " + components.keySet());
    }
    try {
      return values.wrap((Object) component.invokeExact((Object) view));
    } catch (TemplateModelException e) {
      throw e;
    } catch (Throwable e) {
      throw new TemplateModelException("could not read " + name, new IllegalStateException(e));
    }
  }

  @Override
  public boolean isEmpty() {
    return false;
  }

  private static Map<String, MethodHandle> components(Class<?> type) {
    Map<String, MethodHandle> components = new LinkedHashMap<>();
    MethodType general = MethodType.methodType(Object.class, Object.class);
    for (RecordComponent component : type.getRecordComponents()) {
      try {
        components.put(
            component.getName(),
            MethodHandles.publicLookup().unreflect(component.getAccessor()).asType(general));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(type + " is not public", e);
      }
    }
    return components;
  }
}
