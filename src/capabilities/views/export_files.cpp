// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/export_files.hpp"

#include "base/file_converter.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/views/export_template.hpp"

#include <fstream>
#include <sstream>
#include <vector>

namespace poa::views {
namespace {

// Tables of four columns are the positions: the question needs most room.
constexpr std::string_view widths = R"lua(
local four, three = { 0.38, 0.22, 0.12, 0.28 }, { 0.6, 0.2, 0.2 }
function Table(found)
  local wide = #found.colspecs == 4 and four or #found.colspecs == 3 and three
  if wide then
    for i, column in ipairs(found.colspecs) do found.colspecs[i] = { column[1], wide[i] } end
  end
  return found
end
)lua";

constexpr int open_files = 256; // fonts and dictionaries of the office suite

ChildLimits limits_of(const ExportConverters& converters) {
    return {converters.cpu_seconds, converters.wall_seconds, converters.memory_bytes,
            converters.output_bytes_max, open_files};
}

FileConverter pandoc(const ExportConverters& converters, std::string_view language) {
    FileConverter program{converters.pandoc,
                          "pandoc",
                          {"--from=html", "--to=docx", "--shift-heading-level-by=-1",
                           "--lua-filter=widths.lua", "--reference-doc=template.docx",
                           "--metadata=lang=" + std::string(language), "--output=summary.docx",
                           "summary.html"},
                          "summary.docx"};
    if (language == "ar") program.arguments.insert(program.arguments.begin(), "--metadata=dir=rtl");
    return program;
}

FileConverter office(const ExportConverters& converters, const TemporaryFolder& folder) {
    return {converters.office,
            "libreoffice-writer-nogui",
            {"-env:UserInstallation=file://" + folder.path().string() + "/profile", "--headless",
             "--norestore", "--convert-to",
             R"(pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}})", "summary.docx"},
            "summary.pdf"};
}

} // namespace

std::string_view name_of(ExportFormat format) {
    switch (format) {
    case ExportFormat::html:
        return "html";
    case ExportFormat::docx:
        return "docx";
    case ExportFormat::pdf:
        return "pdf";
    }
    return {};
}

std::optional<ExportFormat> parse_export_format(std::string_view name) {
    for (ExportFormat format : all_export_formats)
        if (name == name_of(format)) return format;
    return std::nullopt;
}

std::string_view media_type_of(ExportFormat format) {
    switch (format) {
    case ExportFormat::html:
        return "text/html; charset=utf-8";
    case ExportFormat::docx:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case ExportFormat::pdf:
        return "application/pdf";
    }
    return {};
}

std::string export_file_name(ExportFormat format, std::string_view language) {
    return "views-summary-" + std::string(language) + "." + std::string(name_of(format));
}

Result<std::string> convert_document(ExportFormat format, std::string html, std::string_view language,
                                     const ExportConverters& converters) {
    if (format == ExportFormat::html) return html;
    TemporaryFolder folder;
    write_into(folder, "summary.html", html);
    write_into(folder, "widths.lua", widths);
    write_into(folder, "template.docx", docx_template(language == "ar"));
    auto document = convert_in(folder, pandoc(converters, language), limits_of(converters), "views");
    if (!document || format == ExportFormat::docx) return document;
    return convert_in(folder, office(converters, folder), limits_of(converters), "views");
}

ExportFiles::File ExportFiles::kept(const std::string& edition, const std::string& name) {
    std::lock_guard lock(mutex_);
    if (edition != edition_) return nullptr;
    auto found = files_.find(name);
    return found == files_.end() ? nullptr : found->second;
}

ExportFiles::File ExportFiles::keep(const std::string& edition, const std::string& name, std::string bytes) {
    auto made = std::make_shared<const std::string>(std::move(bytes));
    std::lock_guard lock(mutex_);
    if (edition != edition_) files_.clear();
    edition_ = edition;
    files_[name] = made;
    return made;
}

Result<ExportFiles::File> ExportFiles::file(const std::string& edition, ExportFormat format,
                                            std::string_view language, FunctionRef<std::string()> document) {
    const std::string name = export_file_name(format, language);
    if (File found = kept(edition, name)) return found;
    if (format == ExportFormat::html) return keep(edition, name, document());
    if (!running_.try_acquire())
        return refuse(
            Refusal::because(Refusal::Kind::too_many, "views.conversions_busy").with("seconds", "20"));
    struct Release {
        std::counting_semaphore<at_once>& running;
        ~Release() { running.release(); }
    } release{running_};
    if (File found = kept(edition, name)) return found; // somebody else made it just now
    auto bytes = convert_document(format, document(), language, converters_);
    if (!bytes) return refuse(bytes.error());
    return keep(edition, name, std::move(*bytes));
}

} // namespace poa::views
