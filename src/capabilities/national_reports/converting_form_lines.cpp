// SPDX-License-Identifier: Apache-2.0
// Documents to lines: the text of DOCX and ODT is XML in a package, and is read as such.
#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/national_reports/converting_form.hpp"

#include <pugixml.hpp>

#include <algorithm>

namespace poa::national_reports {

namespace {

constexpr std::size_t markup_bytes_max = std::size_t{48} << 20;
constexpr std::size_t blanks_max = 100; ///< of one element that stands for many

std::string_view local(const char* name) {
    const std::string_view whole = name;
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

std::unexpected<Refusal> unreadable(std::string_view from) {
    return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.form_unreadable")
                      .with("from", std::string(from)));
}

/// Walks the text of a document and ends a line where a paragraph does.
class Lines {
  public:
    explicit Lines(bool is_docx) : is_docx_(is_docx) {}
    std::vector<std::string> of(pugi::xml_node root) {
        walk(root, 0);
        end_line();
        return std::move(lines_);
    }

  private:
    static constexpr int depth_max = 200;

    void end_line() {
        if (!line_.empty()) lines_.push_back(std::move(line_));
        line_.clear();
    }
    void walk(pugi::xml_node node, int depth) {
        if (depth > depth_max) return;
        for (pugi::xml_node child : node.children()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                if (!is_docx_ && in_paragraph_) line_ += child.value();
                continue;
            }
            is_docx_ ? take_docx(child, depth) : take_odt(child, depth);
        }
    }
    void take_docx(pugi::xml_node child, int depth) {
        const std::string_view name = local(child.name());
        // The same text once more, for programs that cannot draw the first; and text that was moved or
        // struck out.
        if (name == "Fallback" || name == "del" || name == "moveFrom") return;
        if (name == "t") line_ += child.text().get();
        if (name == "tab") line_ += '\t';
        if (name == "br" || name == "cr") end_line();
        if (name == "noBreakHyphen") line_ += '-';
        walk(child, depth + 1);
        if (name == "p") end_line();
    }
    void take_odt(pugi::xml_node child, int depth) {
        const std::string_view name = local(child.name());
        if (name == "tracked-changes" || name == "annotation") return;
        if (name == "tab") line_ += '\t';
        if (name == "s") line_.append(std::min<std::size_t>(blanks_max, blanks_of(child)), ' ');
        if (name == "line-break") end_line();
        const bool is_paragraph = name == "p" || name == "h";
        if (is_paragraph) end_line();
        const bool before = std::exchange(in_paragraph_, in_paragraph_ || is_paragraph);
        walk(child, depth + 1);
        in_paragraph_ = before;
        if (is_paragraph) end_line();
    }
    static std::size_t blanks_of(pugi::xml_node node) {
        for (pugi::xml_attribute attribute : node.attributes())
            if (local(attribute.name()) == "c") return attribute.as_uint(1);
        return 1;
    }

    bool is_docx_, in_paragraph_ = false;
    std::string line_;
    std::vector<std::string> lines_;
};

Result<std::vector<std::string>> lines_of_package(std::string_view bytes, std::string_view from) {
    const bool is_docx = from == "docx";
    const auto entries = documents::read_package(bytes);
    const auto* entry =
        entries ? documents::find_entry(*entries, is_docx ? "word/document.xml" : "content.xml") : nullptr;
    const auto text = entry != nullptr ? documents::unpack(*entry, markup_bytes_max) : std::nullopt;
    pugi::xml_document markup;
    // No document type is read and nothing is opened, so no entity grows.
    if (!text || !is_utf8(*text) ||
        !markup.load_buffer(text->data(), text->size(), pugi::parse_default | pugi::parse_ws_pcdata))
        return unreadable(from);
    return Lines(is_docx).of(markup);
}

} // namespace

std::string_view sniff_answers(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return "pdf";
    if (bytes.starts_with("PK\x03\x04")) {
        const auto entries = documents::read_package(bytes);
        if (!entries) return {};
        if (documents::find_entry(*entries, "word/document.xml") != nullptr) return "docx";
        if (documents::find_entry(*entries, "xl/workbook.xml") != nullptr) return "xlsx";
        return documents::find_entry(*entries, "content.xml") != nullptr ? "odt" : "";
    }
    if (!is_utf8(bytes)) return {};
    const bool has_mark = bytes.find("{form ") != std::string_view::npos;
    // JSON begins with a member; a form may begin with its mark.
    return has_mark && trim(bytes.substr(bytes.find('{') + 1)).front() != '"' ? "text" : "json";
}

Result<std::vector<std::string>> lines_of_document(std::string_view bytes, std::string_view from) {
    if (from != "text") return lines_of_package(bytes, from);
    std::vector<std::string> lines;
    for (std::string_view line : split(bytes, '\n')) lines.emplace_back(line);
    return lines;
}

} // namespace poa::national_reports
