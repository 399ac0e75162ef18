package io.nordwand;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.temporal.TemporalAccessor;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Controller;

/** The house rules that the compiler does not know, each with its reason. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.nordwand");

    private static final Set<String> WAITING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");

    @Test
    void onlyTheEigerModuleKnowsTheVendor() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.nordwand.eiger..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.nordwand.eiger..")
                        .because(
                                "pages and the simulator speak to the ports in farm, so that another source can take its place"));
    }

    @Test
    void theFarmKnowsNeitherWebNorFormatsNorStorage() {
        check(noClasses()
                .that()
                .resideInAPackage("io.nordwand.farm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.security..",
                        "org.springframework.jdbc..",
                        "org.thymeleaf..",
                        "tools.jackson..",
                        "com.fasterxml..",
                        "io.netty..",
                        "reactor.netty..",
                        "java.net.http..",
                        "java.sql..",
                        "javax.sql..")
                .because("the heart must be understood and tested without any of them"));
    }

    @Test
    void nothingWaits() {
        check(noClasses()
                .should()
                .callMethodWhere(named("waits for a publisher", call -> WAITING.contains(call.getName()))
                        .and(targetOwner(assignableTo(Publisher.class))))
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("one blocked event loop thread stops every viewer that it serves"));
    }

    @Test
    void timeComesFromTheClock() {
        check(noClasses()
                .should()
                .callMethodWhere(named(
                        "reads the time of a temporal type without a clock",
                        call -> call.getName().equals("now")
                                && call.getTargetOwner().isAssignableTo(TemporalAccessor.class)
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("a test must be able to say what time it is"));
    }

    @Test
    void onlyItsConfigurationMakesAClock() {
        check(noClasses()
                .that()
                .doNotHaveSimpleName("ClockConfiguration")
                .should()
                .callMethodWhere(named(
                        "makes a system clock",
                        call -> call.getName().startsWith("system")
                                && call.getTargetOwner().isEquivalentTo(Clock.class)))
                .because("all parts must agree on the time"));
    }

    @Test
    void dependenciesComeThroughConstructors() {
        check(noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("an object is complete when it is made, and a test makes it with new"));
    }

    @Test
    void stateIsNeverHeldInFieldsThatEveryoneCanSet() {
        check(fields().that()
                .arePublic()
                .should()
                .beFinal()
                .because("values are replaced whole, never changed in place"));
    }

    @Test
    void controllersStayInTheirPackage() {
        check(classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .and()
                .areNotAnnotations()
                .should()
                .bePackagePrivate()
                .andShould()
                .haveSimpleNameEndingWith("Controller")
                .because("they are reached by URL, and only by URL"));
    }

    @Test
    void controllersLeaveSubscribingToTheServer() {
        check(noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .callMethodWhere(named("subscribes", call -> call.getName().equals("subscribe"))
                        .and(targetOwner(assignableTo(Publisher.class))))
                .because("what nobody awaits loses its errors and its end"));
    }

    @Test
    void settingsAreRecords() {
        check(classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .andShould()
                .haveSimpleNameEndingWith("Properties")
                .because("settings are read once, checked when read, and never change"));
    }

    @Test
    void loggersBelongToOneClass() {
        check(fields().that()
                .haveRawType(Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .because("a log line must name the class that wrote it"));
    }

    @Test
    void nothingWritesToTheConsole() {
        check(NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("logging has levels, times and names"));
    }

    @Test
    void modulesHaveNoCycles() {
        check(slices().matching("io.nordwand.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a part that can be understood alone can be changed alone"));
    }

    @Test
    void whatModulesHideHasNoCycles() {
        check(slices().matching("io.nordwand.(*).(**)")
                .should()
                .beFreeOfCycles()
                .because("a root package and what it hides belong together, but not everything with everything"));
    }

    @Test
    void namesSayWhatAThingIs() {
        check(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Helpers|Util|Utils|DTO|Dto|Bean)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*[.$]Abstract[A-Z][^.]*")
                .because("those words say how a thing is made, or that nobody knew what it is"));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MAIN.stream().map(JavaClass::getPackage).distinct())
                .as("packages with @NullMarked in package-info.java, since null must be declared to be possible")
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }

    private static DescribedPredicate<JavaCall<?>> named(
            String description, java.util.function.Predicate<JavaCall<?>> predicate) {
        return describe(description, predicate);
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }
}
