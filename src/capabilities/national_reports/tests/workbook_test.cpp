// SPDX-License-Identifier: Apache-2.0
// Workbooks: what is written is read again; what others write is read; what is hostile is refused.

#include "base/child_process.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/workbook.hpp"
#include "capabilities/national_reports/workbook_rows.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace poa::national_reports {
namespace {

std::string with_part(const std::string& book, std::string_view part, std::string_view content) {
    return documents::with_entry(documents::read_package(book).value(), part, content);
}
std::string sheet_xml(std::string_view rows) {
    return "<?xml version=\"1.0\"?><x:worksheet "
           "xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
           "main\"><x:sheetData>" +
           std::string(rows) + "</x:sheetData></x:worksheet>";
}
const std::string& plain_book() {
    static const std::string book =
        write_workbook(std::vector<Sheet>{{"one", {{"a", "", "c"}, {}, {"=1+1"}}}});
    return book;
}
Result<std::vector<Sheet>> read_rows(std::string_view rows, const WorkbookLimits& limits = {}) {
    return read_workbook(with_part(plain_book(), "xl/worksheets/sheet1.xml", sheet_xml(rows)), limits);
}

TEST(Workbooks, WhatIsWrittenIsReadAgain) {
    const std::vector<Sheet> sheets{{"one", {{"a", "", "c"}, {}, {"=1+1", "русский \"текст\" <b>"}}},
                                    {"two", {{"x"}}}};
    EXPECT_EQ(read_workbook(write_workbook(sheets)).value(), sheets);
}

TEST(Workbooks, RowsGoOnInAnotherSheetWhereOneIsFull) {
    const TemporaryFolder folder;
    const auto path = folder.path() / "rows.xlsx";
    WorkbookRows rows(path, "answers", {"state", "note"}, 3);
    for (const char* note : {"one", "=2+2", "three"}) {
        const std::vector<std::string> cells{"XXA", note};
        rows.add(cells);
    }
    rows.close();
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    const std::vector<Sheet> sheets{{"answers", {{"state", "note"}, {"XXA", "one"}, {"XXA", "=2+2"}}},
                                    {"answers 2", {{"state", "note"}, {"XXA", "three"}}}};
    EXPECT_EQ(read_workbook(bytes).value(), sheets);
}

TEST(Workbooks, NothingWrittenBecomesAFormula) {
    const auto part = documents::unpack(
        *documents::find_entry(documents::read_package(plain_book()).value(), "xl/worksheets/sheet1.xml"),
        1 << 20);
    EXPECT_EQ(part->find("<f>"), std::string::npos);
    EXPECT_NE(part->find("=1+1"), std::string::npos);
}

TEST(Workbooks, CellsOfOtherProgramsAreRead) {
    const auto read = read_rows(
        "<x:row r=\"2\"><x:c r=\"B2\" t=\"inlineStr\"><x:is><x:r><x:t>in</x:t></x:r><x:r><x:t> "
        "line</x:t></x:r></x:is></x:c><x:c t=\"b\"><x:v>1</x:v></x:c><x:c r=\"E2\"><x:f>SUM(A1:A9)</x:f>"
        "<x:v>12.5</x:v></x:c><x:c r=\"F2\" t=\"e\"><x:v>#REF!</x:v></x:c></x:row>");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->front().rows,
              (std::vector<std::vector<std::string>>{{}, {"", "in line", "TRUE", "", "12.5"}}));
}

TEST(Workbooks, DaysAreReadAsDays) {
    const std::string styled = with_part(
        with_part(plain_book(), "xl/worksheets/sheet1.xml",
                  sheet_xml("<x:row><x:c s=\"1\"><x:v>46348</x:v></x:c><x:c s=\"2\"><x:v>46348.75</x:v></x:c>"
                            "<x:c s=\"0\"><x:v>46348</x:v></x:c><x:c s=\"1\"><x:v>1</x:v></x:c></x:row>")),
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"d\\.m\\.yyyy\"/></numFmts><cellXfs>"
        "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
    EXPECT_EQ(read_workbook(styled)->front().rows.front(),
              (std::vector<std::string>{"2026-11-22", "2026-11-22", "46348", "1900-01-01"}));
}

TEST(Workbooks, WhatIsTooLargeIsRefused) {
    WorkbookLimits limits;
    limits.cells_max = 2;
    const std::string three =
        "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row>";
    EXPECT_EQ(read_rows(three, limits).error().reasons.front().code, "national_reports.workbook_too_large");
    EXPECT_TRUE(read_rows("<x:row r=\"20000\"/>"));
    EXPECT_EQ(read_rows("<x:row r=\"20001\"/>").error().reasons.front().code,
              "national_reports.workbook_too_large");
    EXPECT_FALSE(read_rows("<x:row><x:c r=\"ZZZZ1\"><x:v>1</x:v></x:c></x:row>"));
    limits = {};
    limits.part_bytes_max = 4096;
    const std::string bomb(8192, ' ');
    EXPECT_EQ(read_rows(bomb, limits).error().reasons.front().code, "national_reports.workbook_too_large");
    limits.bytes_max = 100;
    EXPECT_FALSE(read_workbook(plain_book(), limits));
}

TEST(Workbooks, WhatIsNoWorkbookIsRefused) {
    const std::string& book = plain_book();
    EXPECT_FALSE(read_workbook(""));
    EXPECT_FALSE(read_workbook("PK\x03\x04 but nothing else"));
    EXPECT_EQ(
        read_workbook(with_part(book, "xl/workbook.xml", "<workbook><sheets>")).error().reasons.front().code,
        "national_reports.workbook_unreadable");
    EXPECT_FALSE(read_rows("<x:row><x:c t=\"s\"><x:v>999999</x:v></x:c></x:row>"))
        << "a text that is not there";
    for (std::size_t cut = 0; cut < book.size(); cut += 97)
        EXPECT_FALSE(read_workbook(std::string_view(book).substr(0, cut))) << cut;
}

TEST(Workbooks, AnEntityIsNotExpanded) {
    const std::string part =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>" +
        sheet_xml("<x:row><x:c t=\"inlineStr\"><x:is><x:t>&a;&b;</x:t></x:is></x:c></x:row>");
    const auto read = read_workbook(with_part(plain_book(), "xl/worksheets/sheet1.xml", part));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->front().rows.front().front(), "&a;&b;");
}

} // namespace
} // namespace poa::national_reports
