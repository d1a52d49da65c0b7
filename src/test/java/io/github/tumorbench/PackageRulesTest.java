package io.github.tumorbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
        "cli, picocli..",
        "cli, me.tongfei.progressbar..",
        "lab.backbone, io.jhdf..",
        "lab.evaluation, smile.."
    })
    void oneAloneKnows(String owner, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + owner + "..")
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
