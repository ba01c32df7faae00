package dev.millrace.platform.problem;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.millrace.platform.json.CheckJson;
import dev.millrace.platform.json.NotJson;
import dev.millrace.task.TaskState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Gives every problem a text and finds it in no answer: errors name the place of a fault, never the value. */
@Tag("slow")
class ProblemTextsTest {
    private static final String VALUE = "submitted<script>";

    static Stream<Constructor<?>> constructors() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dev.millrace").stream()
                        .filter(type -> type.isAssignableTo(Problem.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredConstructors()))
                        .filter(constructor -> !Modifier.isPrivate(constructor.getModifiers())
                                && !Modifier.isAbstract(
                                        constructor.getDeclaringClass().getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("constructors")
    void no_problem_repeats_a_text_that_it_was_given(Constructor<?> constructor) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (Type type : constructor.getGenericParameterTypes()) {
            arguments.add(argument(type));
        }
        constructor.setAccessible(true);

        Problem problem = (Problem) constructor.newInstance(arguments.toArray());

        assertThat(problem.title()).doesNotContain(VALUE);
        assertThat(problem.getMessage()).doesNotContain(VALUE);
    }

    /** Sentences and faults come from the server; a text of its own may be a value. */
    private static Object argument(Type type) {
        if (type instanceof ParameterizedType) {
            return List.of();
        }
        if (type == Fault.class) {
            return new Fault("/x", "must be a number");
        }
        if (type == NotJson.class) {
            return notJson();
        }
        if (type == String.class) {
            return VALUE;
        }
        if (type == UUID.class) {
            return new UUID(0, 1);
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == TaskState.class) {
            return TaskState.WAITING;
        }
        return type == int.class || type == long.class ? 1 : null;
    }

    private static NotJson notJson() {
        return catchThrowableOfType(NotJson.class, () -> CheckJson.faultsIn("{\"" + VALUE + "\": " + VALUE + "}"));
    }
}
