package io.github.tumorbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The package rules of DESIGN.md. */
class PackageRulesTest {
    private static final String ROOT = "io.github.tumorbench.";
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.tumorbench");

    @Test
    void everyClassLiesInAPackageOfTheDesign() {
        classes()
                .should()
                .resideInAnyPackage(
                        ROOT + "cli..", ROOT + "study..", ROOT + "record..", ROOT + "lab..", ROOT + "press..")
                .check(PROGRAM);
    }

    @Test
    void labAndPressNeverMeet() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "lab..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "press..")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "press..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "lab..")
                .check(PROGRAM);
    }

    @Test
    void nothingKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "cli..")
                .check(PROGRAM);
    }

    @Test
    void studyAndRecordImportNoStage() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "study..", ROOT + "record..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "lab..", ROOT + "press..")
                .check(PROGRAM);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "study..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "record..")
                .check(PROGRAM);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.github.tumorbench.(**)").should().beFreeOfCycles().check(PROGRAM);
    }

    @Test
    void theAnalysisRestsOnItsStatisticsAndMetrics() {
        String analysis = ROOT + "press.analysis";
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(analysis + "..")
                .layer("statistics")
                .definedBy(analysis + ".statistics")
                .layer("metrics")
                .definedBy(analysis + ".metrics")
                .layer("parts")
                .definedBy(analysis + ".trust", analysis + ".explained")
                .layer("study")
                .definedBy(analysis)
                .layer("conclusions")
                .definedBy(analysis + ".findings", analysis + ".claims", analysis + ".changes", analysis + ".files")
                .whereLayer("statistics")
                .mayNotAccessAnyLayer()
                .whereLayer("metrics")
                .mayOnlyAccessLayers("statistics")
                .whereLayer("parts")
                .mayOnlyAccessLayers("statistics", "metrics")
                .whereLayer("conclusions")
                .mayNotBeAccessedByAnyLayer()
                .check(PROGRAM);
    }

    @ParameterizedTest
    @CsvSource({
        "lab.engine, ai.djl..",
        "lab.engine, org.tensorflow..",
        "lab.engine, org.bytedeco..",
        "press.figures, org.jfree..",
        "press.figures, org.apache.batik..",
        "press.cards, com.vladsch.flexmark..",
        "press.analysis, org.hipparchus..",
        "press.pages, org.thymeleaf..",
        "press.site, org.jsoup..",
        "cli, picocli..",
        "cli, me.tongfei.progressbar..",
        "lab.backbone lab.dataset.figshare, io.jhdf..",
        "lab.evaluation lab.probe, smile.."
    })
    void theirOwnersAloneKnow(String owners, String library) {
        String[] packages = Arrays.stream(owners.split(" "))
                .map(owner -> ROOT + owner + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(PROGRAM);
    }

    @Test
    void rulesSeeTheProgram() {
        assertThat(PROGRAM.size()).isGreaterThan(100);
    }
}
