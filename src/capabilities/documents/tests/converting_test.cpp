// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/converting.hpp"
#include "capabilities/documents/converting_process.hpp"
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

namespace poa::documents::test {
namespace {

std::string slurp(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Runs a shell line in a folder of its own and gives the file it made.
std::string made_by(const std::string& line, const std::string& file) {
    TemporaryFolder folder;
    ChildResult result =
        run_child("/bin/sh", {"-c", line}, folder.path(), {30, 60, std::size_t{8} << 30, 1 << 30});
    EXPECT_EQ(result.exit_code, 0) << result.errors;
    return slurp(folder.path() / file);
}

std::string fact(const Refusal& refusal, std::string_view name) {
    for (const auto& [key, value] : refusal.reasons.front().facts)
        if (key == name) return value;
    return {};
}

/// A PDF of one page with the lines given, and a correct cross-reference table.
std::string small_pdf(const std::string& line) {
    std::string content = "BT /F1 12 Tf 72 700 Td (" + line + ") Tj ET";
    std::vector<std::string> objects = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"};
    std::string pdf = "%PDF-1.4\n", table = "xref\n0 6\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string offset = std::to_string(pdf.size());
        table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj" + objects[i] + "endobj\n";
    }
    std::string start = std::to_string(pdf.size());
    return pdf + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

TEST(Converting, GoesByTheBytesNotByTheName) {
    EXPECT_EQ(sniff_media_type("%PDF-1.7\n..."), "application/pdf");
    EXPECT_EQ(sniff_media_type("  <!DOCTYPE html><p>x"), "text/html");
    EXPECT_EQ(sniff_media_type("{\\rtf1 x}"), "application/rtf");
    EXPECT_EQ(sniff_media_type("PK\x03\x04 nothing"), "application/zip");
    EXPECT_EQ(sniff_media_type("plain words"), "");
    auto refused = convert_to_text("PK\x03\x04 nothing", "text/plain");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.unknown_format"));
    EXPECT_TRUE(
        convert_to_text("\xFF\xD8\xFF picture", "image/jpeg").error().has("documents.unknown_format"));
    EXPECT_EQ(convert_to_text("plain words", "text/plain; charset=utf-8")->text, "plain words");
}

TEST(Converting, ReadsHtmlWithoutItsScripts) {
    auto converted = convert_to_text(
        "<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><h1>Sample paper</h1>"
        "<script>alert('stolen')</script><h2>Aims</h2><p onclick=\"alert(1)\">First <b>words</b>.</p>"
        "<img src=\"file:///etc/passwd\"><iframe src=\"http://127.0.0.1:1/\"></iframe>"
        "<ol><li>one</li></ol></body></html>",
        "text/html");
    ASSERT_TRUE(converted) << converted.error().reasons.front().code;
    EXPECT_EQ(converted->text.find("stolen"), std::string::npos);
    EXPECT_EQ(converted->text.find("root:"), std::string::npos);
    ParsedDocument document = parse(converted->text);
    EXPECT_EQ(document.title, "Sample paper");
    EXPECT_NE(find(document, "section-aims"), nullptr);
    EXPECT_EQ(text_of(document, "p1"), "First words.");
}

TEST(Converting, ReadsDocx) {
    std::string docx = made_by("printf '# Sample paper\\n\\n## Aims\\n\\nSome *sample* words.[^1]\\n\\n[^1]: "
                               "A note on A/78/76.\\n' > in.md && "
                               "pandoc -f markdown -t docx -o out.docx in.md",
                               "out.docx");
    auto converted = convert_to_text(docx, "application/octet-stream");
    ASSERT_TRUE(converted) << converted.error().reasons.front().code;
    EXPECT_NE(converted->media_type.find("wordprocessingml"), std::string::npos);
    ParsedDocument document = parse(converted->text);
    EXPECT_EQ(document.title, "Sample paper");
    ASSERT_NE(find(document, "note-1"), nullptr);
    EXPECT_EQ(text_of(document, "p1"), "Some sample words.");
    EXPECT_EQ(find(document, "note-1")->marks.at(0).target, "A/78/76");
}

TEST(Converting, ReadsPdf) {
    auto converted = convert_to_text(small_pdf("Sample words of a page"), "");
    ASSERT_TRUE(converted) << converted.error().reasons.front().code;
    EXPECT_NE(converted->text.find("Sample words of a page"), std::string::npos);
    EXPECT_TRUE(convert_to_text(small_pdf(""), "").error().has("documents.no_text"));
    auto broken = convert_to_text("%PDF-1.4 nothing else", "");
    ASSERT_FALSE(broken);
    EXPECT_TRUE(broken.error().has("documents.conversion_failed"));
    EXPECT_EQ(fact(broken.error(), "converter"), "pdftotext");
}

TEST(Converting, StopsBombs) {
    std::string bomb =
        made_by("mkdir word && head -c 400000000 /dev/zero | tr '\\0' 'a' > word/document.xml && "
                "python3 -c \"import zipfile; z=zipfile.ZipFile('bomb.docx','w',zipfile.ZIP_DEFLATED); "
                "z.write('word/document.xml')\"",
                "bomb.docx");
    ASSERT_GT(bomb.size(), 1'000U);
    auto refused = convert_to_text(bomb, "");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.unpacks_too_large"));
    // The directory lies about the size: then the process limits stop it.
    std::size_t directory = bomb.rfind("PK\x01\x02");
    ASSERT_NE(directory, std::string::npos);
    for (std::size_t i = 0; i < 4; ++i) bomb[directory + 24 + i] = static_cast<char>(i == 0);
    ConverterLimits limits;
    limits.cpu_seconds = 4;
    limits.wall_seconds = 8;
    limits.memory_bytes = std::size_t{1} << 30;
    auto begin = std::chrono::steady_clock::now();
    refused = convert_to_text(bomb, "", limits);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::bad_input);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(15));
}

TEST(Converting, LimitsInputTimeAndOutput) {
    ConverterLimits limits;
    limits.input_bytes_max = 10;
    EXPECT_TRUE(convert_to_text("more than ten bytes", "", limits).error().has("documents.too_large"));
    TemporaryFolder folder;
    std::string slow = folder.path() / "slow", large = folder.path() / "large";
    std::ofstream(slow) << "#!/bin/sh\nsleep 60\n";
    std::ofstream(large) << "#!/bin/sh\nyes\n";
    for (const std::string& path : {slow, large})
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    limits = {};
    limits.wall_seconds = 1;
    limits.pandoc = slow;
    auto refused = convert_to_text("<html><p>x", "", limits);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.conversion_limit"));
    EXPECT_EQ(fact(refused.error(), "limit"), "time");
    limits.wall_seconds = 20;
    limits.pandoc = large;
    limits.output_bytes_max = 100'000;
    refused = convert_to_text("<html><p>x", "", limits);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fact(refused.error(), "limit"), "output");
}

TEST(Converting, NamesTheMissingPackage) {
    ConverterLimits limits;
    limits.pandoc = "no-such-converter";
    auto refused = convert_to_text("<html><p>x", "", limits);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::rule);
    EXPECT_TRUE(refused.error().has("documents.converter_missing"));
    EXPECT_EQ(fact(refused.error(), "package"), "pandoc");
}

TEST(Converting, KillsTheWholeGroupAndLeavesNoFiles) {
    std::filesystem::path where;
    {
        TemporaryFolder folder;
        where = folder.path();
        ChildResult result = run_child("/bin/sh", {"-c", "sleep 300 & echo $! > child; wait"}, folder.path(),
                                       {5, 1, std::size_t{1} << 30, 1 << 20});
        EXPECT_EQ(result.end, ChildResult::End::out_of_time);
        int grandchild = std::stoi(slurp(folder.path() / "child"));
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        std::string state = slurp("/proc/" + std::to_string(grandchild) + "/stat");
        EXPECT_TRUE(state.empty() || state.find(") Z") != std::string::npos) << state;
    }
    EXPECT_FALSE(std::filesystem::exists(where));
}

} // namespace
} // namespace poa::documents::test
