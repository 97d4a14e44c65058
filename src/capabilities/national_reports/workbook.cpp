// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/workbook.hpp"

#include "base/child_process.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "base/time.hpp"
#include "capabilities/documents/documents.hpp"

#include <pugixml.hpp>

#include <charconv>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <xlsxwriter.h>

namespace poa::national_reports {
namespace {

/// What is wrong with a part of the file; caught in `read_workbook`.
struct Broken {
    std::string code, part;
};
[[noreturn]] void unreadable(std::string part) {
    throw Broken{"national_reports.workbook_unreadable", std::move(part)};
}
[[noreturn]] void too_large(std::string part) {
    throw Broken{"national_reports.workbook_too_large", std::move(part)};
}

/// The name without its namespace: files of some programs write "x:row".
std::string_view local(const char* name) {
    const std::string_view whole = name;
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}
pugi::xml_node child(pugi::xml_node of, std::string_view name) {
    for (pugi::xml_node one : of.children())
        if (local(one.name()) == name) return one;
    return {};
}
std::string_view attribute(pugi::xml_node of, std::string_view name) {
    for (pugi::xml_attribute one : of.attributes())
        if (local(one.name()) == name) return one.value();
    return {};
}
std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Texts of <t> below, those of phonetic readings left out.
void append_texts(pugi::xml_node of, std::string& into) {
    for (pugi::xml_node one : of.children()) {
        const std::string_view name = local(one.name());
        if (name == "t") into += one.text().get();
        if (name == "r") append_texts(one, into);
    }
}

class Package {
  public:
    Package(std::string_view bytes, const WorkbookLimits& limits) : limits_(limits) {
        if (bytes.size() > limits.bytes_max) too_large("file");
        auto entries = documents::read_package(bytes);
        if (!entries || entries->size() > 4000) unreadable("file");
        entries_ = std::move(*entries);
    }
    [[nodiscard]] bool has(std::string_view name) const {
        return documents::find_entry(entries_, name) != nullptr;
    }
    /// The part as XML. pugixml reads no document type and opens nothing, so no entity grows.
    [[nodiscard]] std::unique_ptr<pugi::xml_document> part(const std::string& name) const {
        const documents::PackageEntry* entry = documents::find_entry(entries_, name);
        if (entry == nullptr) unreadable(name);
        if (entry->unpacked_bytes > limits_.part_bytes_max) too_large(name);
        const auto text = documents::unpack(*entry, limits_.part_bytes_max);
        if (!text) unreadable(name);
        auto made = std::make_unique<pugi::xml_document>();
        const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
        if (!made->load_buffer(text->data(), text->size(), options)) unreadable(name);
        return made;
    }

  private:
    const WorkbookLimits& limits_;
    std::vector<documents::PackageEntry> entries_;
};

/// Formats of numbers that are days: those built in, and those written with years or days.
bool is_day_format(std::size_t id, std::string_view code) {
    if (id >= 14 && id <= 22) return true;
    bool quoted = false;
    for (const char c : code) {
        if (c == '"' || c == '[')
            quoted = true;
        else if (quoted && (c == '"' || c == ']'))
            quoted = false;
        else if (!quoted && (c == 'y' || c == 'd' || c == 'Y' || c == 'D'))
            return true;
    }
    return false;
}

class Reading {
  public:
    Reading(std::string_view bytes, const WorkbookLimits& limits)
        : package_(bytes, limits), limits_(limits) {}

    std::vector<Sheet> sheets() {
        const auto book = package_.part("xl/workbook.xml");
        const pugi::xml_node root = book->document_element();
        since_1904_ = attribute(child(root, "workbookPr"), "date1904") == "1" ||
                      attribute(child(root, "workbookPr"), "date1904") == "true";
        read_texts();
        read_styles();
        const auto targets = read_targets();
        std::vector<Sheet> made;
        for (pugi::xml_node one : child(root, "sheets").children()) {
            if (local(one.name()) != "sheet") continue;
            if (made.size() == limits_.sheets_max) too_large("xl/workbook.xml");
            const auto target = targets.find(std::string(sheet_relation(one)));
            if (target == targets.end()) unreadable("xl/workbook.xml");
            const std::string_view name = attribute(one, "name");
            if (!is_utf8(name)) unreadable("xl/workbook.xml");
            made.push_back({std::string(name), {}});
            read_sheet(target->second, made.back());
        }
        return made;
    }

  private:
    /// "r:id", not the sheet's own "sheetId".
    static std::string_view sheet_relation(pugi::xml_node sheet) {
        for (pugi::xml_attribute one : sheet.attributes())
            if (local(one.name()) == "id") return one.value();
        return {};
    }
    std::map<std::string, std::string> read_targets() const {
        std::map<std::string, std::string> made;
        const auto part = package_.part("xl/_rels/workbook.xml.rels");
        for (pugi::xml_node one : part->document_element().children()) {
            const std::string_view target = attribute(one, "Target");
            made.emplace(attribute(one, "Id"), target.starts_with('/') ? std::string(target.substr(1))
                                                                       : "xl/" + std::string(target));
        }
        return made;
    }
    void read_texts() {
        if (!package_.has("xl/sharedStrings.xml")) return;
        const auto part = package_.part("xl/sharedStrings.xml");
        for (pugi::xml_node one : part->document_element().children()) {
            if (local(one.name()) != "si") continue;
            if (texts_.size() == limits_.cells_max) too_large("xl/sharedStrings.xml");
            append_texts(one, texts_.emplace_back());
        }
    }
    void read_styles() {
        if (!package_.has("xl/styles.xml")) return;
        const auto part = package_.part("xl/styles.xml");
        const pugi::xml_node root = part->document_element();
        std::map<std::size_t, std::string> codes;
        for (pugi::xml_node one : child(root, "numFmts").children())
            if (auto id = whole_number(attribute(one, "numFmtId")))
                codes[*id] = std::string(attribute(one, "formatCode"));
        for (pugi::xml_node one : child(root, "cellXfs").children()) {
            const auto id = whole_number(attribute(one, "numFmtId")).value_or(0);
            day_styles_.push_back(is_day_format(id, codes[id]));
        }
    }

    void read_sheet(const std::string& part_name, Sheet& sheet) {
        const auto part = package_.part(part_name);
        std::size_t next = 0;
        for (pugi::xml_node row : child(part->document_element(), "sheetData").children()) {
            if (local(row.name()) != "row") continue;
            const auto number = whole_number(attribute(row, "r"));
            const std::size_t at = number && *number > 0 ? *number - 1 : next;
            if (at >= limits_.rows_max) too_large(part_name);
            next = at + 1;
            if (sheet.rows.size() <= at) sheet.rows.resize(at + 1);
            read_row(row, sheet.rows[at], part_name);
        }
    }
    void read_row(pugi::xml_node row, std::vector<std::string>& cells, const std::string& part_name) {
        std::size_t next = 0;
        for (pugi::xml_node cell : row.children()) {
            if (local(cell.name()) != "c") continue;
            const std::size_t at = column_of(attribute(cell, "r")).value_or(next);
            std::string text = text_of_cell(cell, part_name);
            next = at + 1;
            if (text.empty()) continue;
            if (at >= limits_.columns_max || ++cells_ > limits_.cells_max) too_large(part_name);
            if (!is_utf8(text)) unreadable(part_name);
            if (cells.size() <= at) cells.resize(at + 1);
            cells[at] = std::move(text);
        }
    }
    static std::optional<std::size_t> column_of(std::string_view reference) {
        std::size_t column = 0;
        for (const char c : reference) {
            if (c < 'A' || c > 'Z') break;
            column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
            if (column > 1'000'000) break;
        }
        return column == 0 ? std::nullopt : std::optional(column - 1);
    }
    std::string text_of_cell(pugi::xml_node cell, const std::string& part_name) const {
        const std::string_view type = attribute(cell, "t");
        std::string text;
        if (type == "inlineStr") {
            append_texts(child(cell, "is"), text);
            return text;
        }
        text = child(cell, "v").text().get();
        if (type == "e") return {};
        if (type == "b") return text == "1" ? "TRUE" : "FALSE";
        if (type == "s") {
            const auto number = whole_number(text);
            if (!number || *number >= texts_.size()) unreadable(part_name);
            return texts_[*number];
        }
        if (type == "str" || type == "d" || !is_day(cell)) return text;
        return day_of(text).value_or(text);
    }
    bool is_day(pugi::xml_node cell) const {
        const auto style = whole_number(attribute(cell, "s"));
        return style && *style < day_styles_.size() && day_styles_[*style];
    }
    /// Days are counted from the last day of 1899, with the 29 February 1900 that never was.
    std::optional<std::string> day_of(std::string_view text) const {
        const auto whole = whole_number(text.substr(0, text.find('.')));
        if (!whole || *whole == 0 || *whole > 2'958'465) return std::nullopt;
        const auto count = static_cast<std::int64_t>(*whole) + (since_1904_ ? 1462 : 0);
        return Day{static_cast<std::int32_t>(count - 25569 + (count < 60 ? 1 : 0))}.iso();
    }

    Package package_;
    const WorkbookLimits& limits_;
    std::vector<std::string> texts_;
    std::vector<bool> day_styles_;
    bool since_1904_ = false;
    std::size_t cells_ = 0;
};

std::string bytes_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file) bytes << file.rdbuf();
    if (!file) throw MachineFailure("a workbook cannot be written: " + path.string());
    return std::move(bytes).str();
}

void write_sheet(lxw_workbook* book, const Sheet& sheet) {
    lxw_worksheet* into = workbook_add_worksheet(book, sheet.name.c_str());
    require(into != nullptr, "a name that a sheet can have");
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        for (std::size_t column = 0; column < sheet.rows[row].size(); ++column) {
            const std::string& text = sheet.rows[row][column];
            if (text.empty()) continue;
            const lxw_error error = worksheet_write_string(
                into, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column), text.c_str(), nullptr);
            require(error == LXW_NO_ERROR, "a text that a cell can hold");
        }
    worksheet_freeze_panes(into, 1, 0);
}

} // namespace

Result<std::vector<Sheet>> read_workbook(std::string_view bytes, const WorkbookLimits& limits) {
    try {
        return Reading(bytes, limits).sheets();
    } catch (const Broken& broken) {
        return refuse(Refusal::because(Refusal::Kind::bad_input, broken.code).with("part", broken.part));
    }
}

std::string write_workbook(std::span<const Sheet> sheets) {
    const TemporaryFolder folder;
    const std::filesystem::path path = folder.path() / "book.xlsx";
    std::string inside = folder.path().string(); // where rows wait until the file is closed
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = inside.data();
    lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
    if (book == nullptr) throw MachineFailure("a workbook cannot be begun: " + path.string());
    for (const Sheet& sheet : sheets) write_sheet(book, sheet);
    if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
        throw MachineFailure(std::string("a workbook cannot be written: ") + lxw_strerror(error));
    return bytes_of_file(path);
}

} // namespace poa::national_reports
