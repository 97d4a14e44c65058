// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/export_template.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>
#include <vector>
#include <zlib.h>

namespace poa::views {
namespace {

/// Files one after the other in a ZIP package (APPNOTE.TXT 6.3.9, method 0), dated 1980-01-01 so that the
/// same content gives the same bytes.
class StoredPackage {
  public:
    void add(std::string_view name, std::string_view content) {
        const auto begin = static_cast<std::uint32_t>(bytes_.size());
        const auto sum = static_cast<std::uint32_t>(
            crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())));
        std::string entry;
        for (unsigned field : {20U, 0U, 0U, 0U, 33U})
            put(entry, field, 2); // version, flags, method, time, day
        put(entry, sum, 4);
        put(entry, static_cast<std::uint32_t>(content.size()), 4);
        put(entry, static_cast<std::uint32_t>(content.size()), 4);
        put(entry, static_cast<std::uint32_t>(name.size()), 2);
        put(entry, 0, 2);
        bytes_.append("PK\3\4").append(entry).append(name).append(content);
        directory_.append("PK\1\2");
        put(directory_, 20, 2);
        directory_.append(entry);
        for (unsigned field : {0U, 0U, 0U}) put(directory_, field, 2); // comment, disk, attributes
        put(directory_, 0, 4);
        put(directory_, begin, 4);
        directory_.append(name);
        ++count_;
    }
    std::string finish() && {
        const auto begin = static_cast<std::uint32_t>(bytes_.size());
        bytes_.append(directory_).append("PK\5\6");
        for (unsigned field : {0U, 0U, count_, count_}) put(bytes_, field, 2);
        put(bytes_, static_cast<std::uint32_t>(directory_.size()), 4);
        put(bytes_, begin, 4);
        put(bytes_, 0, 2);
        return std::move(bytes_);
    }

  private:
    /// Least byte first.
    static void put(std::string& out, std::uint32_t number, int width) {
        for (int i = 0; i < width; ++i) out += static_cast<char>(number >> (8 * i) & 0xFF);
    }
    std::string bytes_, directory_;
    unsigned count_ = 0;
};

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.)"
    R"(wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.)"
    R"(wordprocessingml.styles+xml"/></Types>)";
constexpr std::string_view relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship )"
    R"(Id="rId1" Target="word/document.xml" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>)"
    R"(</Relationships>)";
constexpr std::string_view part_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship )"
    R"(Id="rId1" Target="styles.xml" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>)";
// A4 with margins of 2 cm, in twentieths of a point.
constexpr std::string_view document =
    R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/>)"
    R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" )"
    R"(w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>)";

/// One style of paragraphs; sizes in half points, distances in twentieths of a point.
std::string paragraph(std::string_view id, std::string_view name, int size, bool bold, int before, int after,
                      int outline = -1) {
    return fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/>)"
        R"(<w:qFormat/><w:pPr>{}<w:spacing w:before="{}" w:after="{}"/>{}</w:pPr><w:rPr>{}<w:sz w:val="{}"/>)"
        R"(<w:szCs w:val="{}"/></w:rPr></w:style>)",
        id, name, outline < 0 ? "" : "<w:keepNext/>", before, after,
        outline < 0 ? std::string() : fmt::format(R"(<w:outlineLvl w:val="{}"/>)", outline),
        bold ? "<w:b/><w:bCs/>" : "", size, size);
}

std::string styles(bool right_to_left) {
    std::string out(
        R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>)"
        R"(<w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" )"
        R"(w:eastAsia="Noto Sans CJK SC" w:cs="Noto Sans Arabic"/><w:sz w:val="21"/><w:szCs w:val="21"/>)"
        R"(<w:lang w:val="en" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>)"
        R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>)"
        R"(<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">)"
        R"(<w:name w:val="Default Paragraph Font"/></w:style>)");
    out += paragraph("BodyText", "Body Text", 21, false, 60, 120);
    out += paragraph("FirstParagraph", "First Paragraph", 21, false, 60, 120);
    out += paragraph("Compact", "Compact", 17, false, 20, 20);
    out += paragraph("Title", "Title", 36, true, 0, 240);
    out += paragraph("Heading1", "heading 1", 28, true, 360, 120, 0);
    out += paragraph("Heading2", "heading 2", 23, true, 240, 80, 1);
    out += R"(<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>)"
           R"(<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:tblPr>)";
    if (right_to_left) out += "<w:bidiVisual/>";
    out += "<w:tblBorders>";
    for (const char* side : {"top", "bottom", "insideH"})
        out += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="888888"/>)", side);
    return out + R"(</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" )"
                 R"(w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>)";
}

} // namespace

std::string docx_template(bool right_to_left) {
    StoredPackage package;
    const std::string start(head);
    package.add("[Content_Types].xml", start + std::string(types));
    package.add("_rels/.rels", start + std::string(relations));
    package.add("word/_rels/document.xml.rels", start + std::string(part_relations));
    package.add("word/document.xml", start + std::string(document));
    package.add("word/styles.xml", start + styles(right_to_left));
    return std::move(package).finish();
}

} // namespace poa::views
