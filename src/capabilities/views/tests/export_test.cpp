// SPDX-License-Identifier: Apache-2.0
// The consolidated summary of the real coding as a document: HTML, DOCX and PDF, and how it is given out.
#include "base/child_process.hpp"
#include "call_house.hpp"
#include "capabilities/views/commands/import_positions.hpp"
#include "capabilities/views/module_export.hpp"
#include "capabilities/views/report.hpp"
#include "http/target.hpp"
#include "web/site.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace poa::views::test {
namespace {

using testing::HasSubstr;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw std::runtime_error(file.string() + " is needed (files of missions: set POA_SHARED)");
    return std::move(text).str();
}

std::filesystem::path mission() {
    const char* set = std::getenv("POA_SHARED");
    return (set != nullptr ? std::filesystem::path(set)
                           : std::filesystem::path(POA_SOURCE_DIR) / "../shared") /
           "mission";
}

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

/// What a shell line says of a file, which it finds as "$0".
std::string told(const std::string& line, const std::string& bytes) {
    TemporaryFolder folder;
    std::ofstream(folder.path() / "made", std::ios::binary) << bytes;
    const ChildResult result = run_child("/bin/sh", {"-c", line, "made"}, folder.path(),
                                         {30, 60, std::size_t{4} << 30, std::size_t{64} << 20});
    EXPECT_EQ(result.exit_code, 0) << line << ": " << result.errors;
    return bytes_of(folder.path() / "output");
}

/// The shell line that prints one part of a DOCX.
std::string part(const std::string& name) {
    return "python3 -c 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
           "print(z.read(\"" +
           name + "\").decode())' \"$0\"";
}

class Export : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        house = std::make_unique<CallHouse>(Engine::sqlite);
        for (const auto& entry : std::filesystem::directory_iterator(mission() / "seeds")) {
            documents::ImportHints hints;
            hints.file_name = entry.path().filename().string();
            auto made = documents::prepare_import({bytes_of(entry.path()), hints.file_name, ""}, hints,
                                                  shipped_names(), nullptr);
            ASSERT_TRUE(made);
            made->audience = Audience::everyone;
            ASSERT_TRUE(house->work([&](ledger::Work& work) {
                return documents::import_document(work, {"operator", 0, true}, *made);
            }));
        }
        const std::string text = bytes_of(mission() / "positions.json");
        ImportPositions request{parse_positions(text).value(), "", sha256(text)};
        ASSERT_TRUE(house->work([&](ledger::Work& work) {
            return import_positions(work, identity::Actor::operator_(), shipped_register(), request);
        }));
        standing = house->read([](storage::Session& session) { return read_standing(session); });
    }
    static void TearDownTestSuite() {
        standing.reset();
        house.reset();
    }
    static std::string html(web::Language language) {
        return house->read([&](storage::Session& session) {
            return summary_document({session, *standing, shipped_register(), web::Wording::in(language),
                                     parse_instant("2027-01-11T12:00:00Z").value(), "https://poa.example"});
        });
    }
    static std::string made(ExportFormat format, web::Language language) {
        auto file = convert_document(format, html(language), web::code_of(language));
        EXPECT_TRUE(file) << said(file);
        return file.value_or("");
    }
    static inline std::unique_ptr<CallHouse> house;
    static inline std::shared_ptr<const Standing> standing;
};

TEST_F(Export, EverySentenceEndsWithItsStatementAndItsCounts) {
    const std::string text = html(web::Language::en);
    EXPECT_THAT(text, HasSubstr("Without prejudice to individual positions"));
    EXPECT_THAT(text, HasSubstr("as it stood on 11 January 2027"));
    EXPECT_THAT(text, HasSubstr("https://poa.example/views/summary"));
    for (std::size_t i = 0; i < standing->claims->claims.size(); ++i) {
        const Claim& claim = standing->claims->claims[i];
        const ClaimTally& tally = standing->summary.of(i);
        EXPECT_THAT(text, HasSubstr("#states-" + claim.id + "\">" + claim.id + ": " +
                                    std::to_string(tally.strict) + " firm or conditional, " +
                                    std::to_string(tally.loose) + " with inferred</a>)"));
        EXPECT_THAT(text, HasSubstr("<p id=\"states-" + claim.id + "\">"));
    }
}

TEST_F(Export, NamesTheStatesBehindAStatementFirmFirstThenInferred) {
    const std::string text = html(web::Language::fr);
    for (std::size_t i = 0; i < standing->claims->claims.size(); ++i) {
        const std::string begin = "<p id=\"states-" + standing->claims->claims[i].id + "\">";
        const std::size_t from = text.find(begin);
        const std::string line = text.substr(from, text.find("</p>", from) - from);
        const ClaimTally& tally = standing->summary.of(i);
        const std::size_t inferred = line.find("<em>");
        EXPECT_EQ(times(line, "#positions-"), static_cast<std::size_t>(tally.loose)) << line;
        EXPECT_EQ(times(line.substr(0, inferred), "#positions-"), static_cast<std::size_t>(tally.strict))
            << line;
    }
    EXPECT_THAT(text, HasSubstr(">Égypte</a>"));
}

TEST_F(Export, GivesEveryPositionWithItsParagraphInAtMost600Kibibytes) {
    for (web::Language language : web::all_languages) {
        const std::string text = html(language);
        EXPECT_LT(text.size(), 600U * 1024) << web::code_of(language);
        const std::string annex = text.substr(text.find("id=\"annex-2\""),
                                              text.find("id=\"annex-3\"") - text.find("id=\"annex-2\""));
        std::size_t cells = 0;
        for (std::size_t v = 0; v < standing->questions().size(); ++v)
            for (std::size_t a = 0; a < standing->matrix.actors().size(); ++a)
                cells += standing->matrix.answer(v, a) != nullptr;
        EXPECT_GT(cells, 1000U);
        EXPECT_EQ(times(annex, "<tr><td>"), cells);
        EXPECT_EQ(times(annex, "<td><bdi></bdi></td></tr>"), 0U) << "a position without its paragraph";
        EXPECT_EQ(times(text, "src="), 0U);
        EXPECT_THAT(text, HasSubstr(language == web::Language::ar ? "dir=\"rtl\"" : "dir=\"ltr\""));
    }
}

TEST_F(Export, IsWrittenInTheLanguageAskedFor) {
    const std::string english = html(web::Language::en);
    for (web::Language language : web::all_languages) {
        if (language == web::Language::en) continue;
        const std::string text = html(language);
        for (const char* words : {"Annex 1", "Without prejudice", "firm or conditional", "Document and",
                                  ">Scope<", "<td>inferred</td>", "State replied", "Words are chosen"})
            EXPECT_EQ(times(text, words), 0U) << words << " in " << web::code_of(language);
    }
}

TEST_F(Export, OpensAsDocxWithTheImporterOfThePlatform) {
    const std::string docx = made(ExportFormat::docx, web::Language::en);
    documents::ImportHints hints;
    hints.language = documents::Language::english;
    auto back = documents::prepare_import({docx, "views-summary-en.docx", ""}, hints, {}, nullptr);
    ASSERT_TRUE(back) << said(back);
    std::string headings, all;
    for (const auto& passage : back->parsed.passages) {
        if (passage.kind == documents::PassageKind::heading) headings += passage.text + "\n";
        all += passage.text + "\n";
    }
    for (const char* heading : {"Scope\n", "Functions\n", "Annex 1", "Annex 2", "Annex 3", "Egypt\n"})
        EXPECT_THAT(headings, HasSubstr(heading));
    EXPECT_THAT(all, HasSubstr("8a: "));
}

TEST_F(Export, RunsFromRightToLeftInArabicDocx) {
    const std::string arabic = told(part("word/document.xml"), made(ExportFormat::docx, web::Language::ar));
    EXPECT_GT(times(arabic, "<w:bidi />"), 1000U);
    EXPECT_GT(times(arabic, "<w:rtl />"), 1000U);
    const std::string english = told(part("word/document.xml"), made(ExportFormat::docx, web::Language::en));
    EXPECT_EQ(times(english, "<w:bidi />"), 0U);
}

TEST_F(Export, TablesBeginOnTheRightInArabicDocx) {
    const auto styles = [](web::Language language) {
        return told(part("word/styles.xml"), made(ExportFormat::docx, language));
    };
    EXPECT_EQ(times(styles(web::Language::ar), "<w:bidiVisual"), 1U);
    EXPECT_EQ(times(styles(web::Language::fr), "<w:bidiVisual"), 0U);
}

TEST_F(Export, PdfHasTitleLanguageAndTextInArabicAndChinese) {
    for (web::Language language : {web::Language::ar, web::Language::zh}) {
        const std::string pdf = made(ExportFormat::pdf, language);
        EXPECT_THAT(told("pdfinfo \"$0\"", pdf),
                    testing::AllOf(HasSubstr(std::string(summary_title(web::Wording::in(language)))),
                                   testing::ContainsRegex("Tagged: +yes")));
        EXPECT_THAT(pdf, HasSubstr("/Lang(" + std::string(web::code_of(language))));
        EXPECT_EQ(times(told("pdffonts \"$0\" | grep -c ' no  *yes ' || true", pdf), "0\n"), 1U)
            << "a font that is not embedded";
        const std::string text = told("pdftotext -layout \"$0\" -", pdf);
        for (const char* words : {"40c", language == web::Language::ar ? "مصر" : "埃及"})
            EXPECT_GT(times(text, words), 0U) << words;
    }
}

TEST(ExportFormats, AreNamedAsTheirFilesEnd) {
    EXPECT_EQ(parse_export_format("pdf"), ExportFormat::pdf);
    EXPECT_EQ(parse_export_format("odt"), std::nullopt);
    EXPECT_EQ(export_file_name(ExportFormat::docx, "en"), "views-summary-en.docx");
}

TEST(ExportConverting, AMissingConverterIsNamedWithItsPackage) {
    ExportConverters none;
    none.pandoc = "no-such-pandoc";
    auto refused = convert_document(ExportFormat::docx, "<p>x", "en", none);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("views.converter_missing"));
    EXPECT_EQ(refused.error().reasons[0].facts[1].second, "pandoc");
    none = {};
    none.office = "no-such-office";
    refused = convert_document(ExportFormat::pdf, "<p>x", "en", none);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reasons[0].facts[1].second, "libreoffice-writer-nogui");
    EXPECT_EQ(convert_document(ExportFormat::html, "<p>x", "en", none).value(), "<p>x");
}

TEST(ExportConverting, AConverterThatFailsOrHangsIsToldWithTheReason) {
    TemporaryFolder folder;
    const std::string wrong = folder.path() / "wrong", slow = folder.path() / "slow";
    std::ofstream(wrong) << "#!/bin/sh\necho out of ink >&2\nexit 4\n";
    std::ofstream(slow) << "#!/bin/sh\nsleep 60\n";
    for (const std::string& path : {wrong, slow})
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    ExportConverters converters;
    converters.wall_seconds = 1;
    for (const auto& [program, reason] : {std::pair(wrong, "out of ink"), std::pair(slow, "time")}) {
        converters.pandoc = program;
        auto refused = convert_document(ExportFormat::docx, "<p>x", "en", converters);
        ASSERT_FALSE(refused);
        EXPECT_TRUE(refused.error().has("views.conversion_failed"));
        EXPECT_EQ(refused.error().reasons[0].facts[1].second, reason);
    }
}

TEST(ExportFilesKept, AreMadeOnceForWhatStands) {
    ExportFiles files;
    int written = 0;
    auto write = [&] { return std::to_string(++written); };
    EXPECT_EQ(**files.file("1", ExportFormat::html, "en", write), "1");
    EXPECT_EQ(**files.file("1", ExportFormat::html, "en", write), "1");
    EXPECT_EQ(**files.file("1", ExportFormat::html, "fr", write), "2");
    EXPECT_EQ(**files.file("2", ExportFormat::html, "en", write), "3");
    EXPECT_EQ(**files.file("2", ExportFormat::html, "fr", write), "4");
}

TEST(ExportFilesKept, AThirdConversionAtTheSameTimeIsSentAway) {
    ExportFiles files;
    Result<ExportFiles::File> third;
    auto innermost = [&] { return std::string("<p>x"); };
    auto inner = [&] {
        third = files.file("1", ExportFormat::docx, "ru", innermost);
        return std::string("<p>x");
    };
    auto outer = [&] {
        EXPECT_TRUE(files.file("1", ExportFormat::docx, "fr", inner));
        return std::string("<p>x");
    };
    EXPECT_TRUE(files.file("1", ExportFormat::docx, "en", outer));
    ASSERT_FALSE(third);
    EXPECT_EQ(third.error().kind, Refusal::Kind::too_many);
    EXPECT_TRUE(files.file("1", ExportFormat::docx, "ru", innermost)) << "both places are free again";
}

/// The routes over the site, on the real coding.
class ExportRoutes : public Export {
  protected:
    void serve(const ExportConverters& converters = {}) {
        house->read([&](storage::Session& session) { states.refresh(session); });
        ModuleLinks module{*house->database, house->clock, files, states, current, ""};
        add_export_sentences(routes);
        add_export_routes(routes, module, converters);
        web::SiteLinks links;
        links.visitor_of = [](const http::Request&) { return std::make_shared<web::Visitor>(); };
        links.position = [] { return house->database->position(); };
        links.failure = [](const http::Request*, const char* what) { ADD_FAILURE() << what; };
        site = std::make_unique<web::Site>(web::SiteSettings{}, routes, links);
    }
    http::Answer get(const std::string& target, const std::string& accept = "text/html") {
        http::Request request;
        EXPECT_TRUE(http::read_target(target, request)) << target;
        request.headers.add("host", "poa.example");
        request.headers.add("accept", accept);
        return site->answer(request);
    }
    TemporaryFolder folder;
    storage::FileStore files{folder.path() / "files"};
    members::CurrentRegister states;
    CurrentStanding current;
    web::Routes routes;
    std::unique_ptr<web::Site> site;
};

TEST_F(ExportRoutes, GivesTheFileUnderItsNameInTheLanguageAskedFor) {
    serve();
    http::Answer answer = get("/views/summary/export/docx?lang=fr", "*/*");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.headers.get("content-disposition"), "attachment; filename=\"views-summary-fr.docx\"");
    EXPECT_EQ(answer.headers.get("content-language"), "fr");
    EXPECT_TRUE(std::get<std::shared_ptr<const std::string>>(answer.body)->starts_with("PK"));
    auto again = get("/views/summary/export/docx?lang=fr", "*/*");
    EXPECT_EQ(std::get<std::shared_ptr<const std::string>>(again.body),
              std::get<std::shared_ptr<const std::string>>(answer.body))
        << "no converter runs a second time";
}

TEST_F(ExportRoutes, SaysWhichFormatsThereAre) {
    serve();
    http::Answer answer = get("/views/summary/export/odt");
    EXPECT_EQ(answer.status, 404);
    EXPECT_THAT(std::string(answer.body_text()), HasSubstr("It can be had as docx, pdf or html"));
}

TEST_F(ExportRoutes, SaysWhichPackageIsMissing) {
    ExportConverters none;
    none.office = "no-such-office";
    serve(none);
    for (const char* accept : {"text/html", "application/json"}) {
        http::Answer answer = get("/views/summary/export/pdf", accept);
        EXPECT_EQ(answer.status, 503) << accept;
        EXPECT_THAT(std::string(answer.body_text()),
                    HasSubstr("can install the Debian package libreoffice-writer-nogui"));
    }
    EXPECT_EQ(get("/views/summary/export/html").status, 200);
}

} // namespace
} // namespace poa::views::test
