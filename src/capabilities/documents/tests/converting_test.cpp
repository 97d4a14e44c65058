// SPDX-License-Identifier: Apache-2.0
#include "base/child_process.hpp"
#include "capabilities/documents/converting.hpp"
#include "corpus.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

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

/// A DOCX as Word writes it: numbers by style and by list, none typed.
std::string docx_with_numbers() {
    return made_by(R"py(cat > make.py <<'END'
import zipfile
w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
o = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
def level(i, form, text, start=1):
    return (f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>')
def style(name, title, inside=''):
    return (f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
            f'<w:pPr>{inside}</w:pPr></w:style>')
def row(*cells):
    return '<w:tr>' + ''.join(f'<w:tc>{cell}</w:tc>' for cell in cells) + '</w:tr>'
def para(text, name='', num='', depth=0):
    s = f'<w:pStyle w:val="{name}"/>' if name else ''
    n = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>' if num else ''
    return f'<w:p><w:pPr>{s}{n}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
files = {
 '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  '<Default Extension="xml" ContentType="application/xml"/>'
  f'<Override PartName="/word/document.xml" ContentType="{o}document.main+xml"/></Types>',
 '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
  f'<Relationship Id="a" Type="{r}officeDocument" Target="word/document.xml"/></Relationships>',
 'word/_rels/document.xml.rels':
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
  f'<Relationship Id="a" Type="{r}styles" Target="styles.xml"/>'
  f'<Relationship Id="b" Type="{r}numbering" Target="numbering.xml"/></Relationships>',
 'word/styles.xml': f'<w:styles {w}>' + style('Title', 'Title') +
  style('Para', 'Numbered', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
  style('Heading1', 'heading 1', '<w:numPr><w:numId w:val="2"/></w:numPr>') +
  style('Legal', 'Legal', '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>') + '</w:styles>',
 'word/numbering.xml': f'<w:numbering {w}><w:abstractNum w:abstractNumId="1">' +
  level(0, 'decimal', '%1.', 17) +
  level(1, 'lowerLetter', '(%2)') + level(2, 'lowerRoman', '(%3)') +
  '</w:abstractNum><w:abstractNum w:abstractNumId="2">' + level(0, 'upperRoman', '%1.') +
  '</w:abstractNum><w:abstractNum w:abstractNumId="3">' + level(0, 'decimal', '%1.') +
  level(1, 'decimal', '%1.%2') + '</w:abstractNum>' +
  ''.join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in (1, 2, 3)) +
  '</w:numbering>',
 'word/document.xml': f'<w:document {w}><w:body>' + para('A sample title', 'Title') +
  para('Seventeen:', 'Para') + para('first;', '', '1', 1) + para('second:', '', '1', 1) +
  para('inner;', '', '1', 2) + para('inner too.', '', '1', 2) +
  para('Between.') + para('Eighteen.', 'Para') + para('Scope', 'Heading1') + para('Means', 'Heading1') +
  para('One.', '', '3') + para('One one.', 'Legal') + para('One two.', 'Legal') + para('Two.', '', '3') +
  para('Two one.', 'Legal') +
  '<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>' +
  row(para('State'), para('Reply')) + row(para('Sample') + para('land'), para('yes')) +
  '</w:tbl></w:body></w:document>'}
with zipfile.ZipFile('out.docx', 'w', zipfile.ZIP_DEFLATED) as z:
    for name, text in files.items(): z.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)
END
python3 make.py)py",
                   "out.docx");
}

ParsedDocument read(const std::string& bytes) {
    auto converted = convert_to_text(bytes, "");
    if (!converted) throw std::runtime_error(converted.error().reasons.front().code);
    return parse(converted->text);
}

TEST(Converting, KeepsTheNumbersThatWordMakes) {
    ParsedDocument document = read(docx_with_numbers());
    EXPECT_EQ(document.title, "A sample title");
    for (auto [anchor, text] : {std::pair{"para-17", "Seventeen:"},
                                {"para-17/a", "first;"},
                                {"para-17/b", "second:"},
                                {"para-17/b/i", "inner;"},
                                {"para-17/b/ii", "inner too."},
                                {"p1", "Between."},
                                {"para-18", "Eighteen."},
                                {"section-i", "I. Scope"},
                                {"section-ii", "II. Means"},
                                {"para-1", "One."},
                                {"para-1.1", "One one."},
                                {"para-1.2", "One two."},
                                {"para-2", "Two."},
                                {"para-2.1", "Two one."},
                                {"table-1", "State\tReply\nSample land\tyes"}})
        EXPECT_EQ(text_of(document, anchor), text);
}

/// The same list, table and note in another format.
std::string written_as(const std::string& format) {
    return made_by(
        "printf '# Sample paper\\n\\n17. Seventeen\\n18. Eighteen:\\n\\n    a. first\\n    b. second\\n\\n"
        "| State | Reply |\\n|---|---|\\n| Sample | yes |\\n\\nWords with a note.[^1]\\n\\n"
        "[^1]: A note on A/78/76.\\n' > in.md && pandoc -s --metadata title=x -f markdown -t " +
            format + " -o out in.md",
        "out");
}

TEST(Converting, KeepsNumbersOfHtmlAndOdt) {
    for (const char* format : {"html", "odt"}) {
        ParsedDocument document = read(written_as(format));
        for (auto [anchor, text] : {std::pair{"para-17", "Seventeen"},
                                    {"para-18/a", "first"},
                                    {"para-18/b", "second"},
                                    {"table-1", "State\tReply\nSample\tyes"}}) {
            ASSERT_NE(find(document, anchor), nullptr) << format << " " << anchor;
            EXPECT_EQ(text_of(document, anchor), text) << format;
        }
    }
}

TEST(Converting, KeepsFootnotesOfRtf) {
    ParsedDocument document = read(written_as("rtf"));
    ASSERT_NE(find(document, "note-1"), nullptr);
    EXPECT_EQ(text_of(document, "note-1"), "A note on A/78/76.");
    EXPECT_EQ(text_of(document, "table-1"), "State\tReply\nSample\tyes");
    const Passage* words = find(document, "p1");
    ASSERT_EQ(words->marks.size(), 1U);
    EXPECT_EQ(words->marks[0].anchor, "note-1");
}

TEST(Converting, ReadsUtf16WithARemark) {
    auto wide = [](bool little) {
        std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
        for (char16_t c : std::u16string(u"# Sample é"))
            out += little ? std::string{static_cast<char>(c & 255), static_cast<char>(c >> 8)}
                          : std::string{static_cast<char>(c >> 8), static_cast<char>(c & 255)};
        return out;
    };
    for (bool little : {true, false})
        for (std::string bytes : {wide(little), wide(little).substr(2)}) {
            auto converted = convert_to_text(bytes, "text/plain");
            ASSERT_TRUE(converted);
            EXPECT_EQ(converted->text, "# Sample é");
            ASSERT_EQ(converted->remarks.size(), 1U);
            EXPECT_EQ(converted->remarks[0].code, "text_converted_from");
            EXPECT_EQ(converted->remarks[0].detail, little ? "UTF-16LE" : "UTF-16BE");
        }
    EXPECT_TRUE(convert_to_text("plain é", "text/plain")->remarks.empty());
}

TEST(Converting, RefusesTooManyParagraphsBeforeItStarts) {
    ConverterLimits limits;
    EXPECT_LE(limits.wall_seconds, 20);
    limits.pandoc = "no-such-converter"; // would be named, were it looked for
    std::string html = "<html><body>";
    for (int i = 0; i < 12'001; ++i) html += "<p>x</p>";
    auto refused = convert_to_text(html, "", limits);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.too_many_passages"));
    EXPECT_EQ(fact(refused.error(), "passages"), "12001");
    EXPECT_EQ(fact(refused.error(), "passages_max"), "12000");
    limits.paragraphs_max = 3;
    refused = convert_to_text(docx_with_numbers(), "", limits);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().has("documents.too_many_passages"));
}

/// A PDF of pages without the layout of the United Nations: no blank lines, paragraphs told by gaps only.
TEST(Converting, ReadsPdfsWithoutBlankLines) {
    ParsedDocument document = read(small_pdf(
        "A sample title) Tj 0 -28 Td (First paragraph of the paper, which is long enough to) Tj 0 -14 Td (be "
        "broken over two lines of the page.) Tj 0 -26 Td (2. Second paragraph of the paper, also long "
        "enough) Tj 0 -14 Td (to be broken.) Tj 0 -14 Td (3. Third."));
    EXPECT_EQ(document.title, "A sample title");
    EXPECT_EQ(text_of(document, "p1"),
              "First paragraph of the paper, which is long enough to be broken over two "
              "lines of the page.");
    EXPECT_EQ(text_of(document, "para-2"), "Second paragraph of the paper, also long enough to be broken.");
    EXPECT_EQ(text_of(document, "para-3"), "Third.");
}

} // namespace
} // namespace poa::documents::test
