// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/converting_form.hpp"

#include "base/file_converter.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <fstream>
#include <semaphore>
#include <sstream>

namespace poa::national_reports {
namespace {

constexpr int open_files = 256; // fonts and dictionaries of the office suite
constexpr int at_once = 2;

ChildLimits limits_of(const FormConverters& converters) {
    return {converters.cpu_seconds, converters.wall_seconds, converters.memory_bytes,
            converters.output_bytes_max, open_files};
}

FileConverter pandoc(const FormConverters& converters, std::string_view language) {
    FileConverter program{converters.pandoc,
                          "pandoc",
                          {"--from=html", "--to=docx", "--metadata=title=",
                           "--metadata=lang=" + std::string(language), "--output=form.docx", "form.html"},
                          "form.docx"};
    if (language == "ar") program.arguments.insert(program.arguments.begin(), "--metadata=dir=rtl");
    return program;
}

FileConverter office(const FormConverters& converters, const TemporaryFolder& folder) {
    return {converters.office,
            "libreoffice-writer-nogui",
            {"-env:UserInstallation=file://" + folder.path().string() + "/profile", "--headless",
             "--norestore", "--convert-to", "pdf:writer_pdf_Export", "form.docx"},
            "form.pdf"};
}

/// pdftotext puts signs of direction around what runs the other way (U+202A to U+202E); nobody typed them.
std::string without_embeddings(std::string_view text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = [&](std::size_t at) {
            return i + at < text.size() ? static_cast<unsigned char>(text[i + at]) : 0U;
        };
        if (byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE)
            i += 2;
        else
            kept += text[i];
    }
    return kept;
}

std::counting_semaphore<at_once>& running() {
    static std::counting_semaphore<at_once> semaphore{at_once};
    return semaphore;
}

/// A worker thread waits for a converter; no more than two of them do.
template <class F> auto in_turn(F&& work) -> decltype(work()) {
    if (!running().try_acquire())
        return refuse(
            Refusal::because(Refusal::Kind::too_many, "national_reports.exports_busy").with("seconds", "20"));
    struct Release {
        ~Release() { running().release(); }
    } release;
    return work();
}

} // namespace

std::optional<FormFormat> parse_form_format(std::string_view name) {
    for (FormFormat format : {FormFormat::html, FormFormat::docx, FormFormat::pdf, FormFormat::xlsx})
        if (name == name_of(format)) return format;
    return std::nullopt;
}

std::string_view name_of(FormFormat format) {
    switch (format) {
    case FormFormat::html:
        return "html";
    case FormFormat::docx:
        return "docx";
    case FormFormat::pdf:
        return "pdf";
    case FormFormat::xlsx:
        break;
    }
    return "xlsx";
}

std::string_view media_type_of(FormFormat format) {
    switch (format) {
    case FormFormat::html:
        return "text/html; charset=utf-8";
    case FormFormat::docx:
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case FormFormat::pdf:
        return "application/pdf";
    case FormFormat::xlsx:
        break;
    }
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

Result<std::string> convert_form(FormFormat format, const std::string& html, std::string_view language,
                                 const FormConverters& converters) {
    require(format == FormFormat::docx || format == FormFormat::pdf, "a format that a converter makes");
    return in_turn([&]() -> Result<std::string> {
        const TemporaryFolder folder;
        write_into(folder, "form.html", html);
        auto document =
            convert_in(folder, pandoc(converters, language), limits_of(converters), "national_reports");
        if (!document || format == FormFormat::docx) return document;
        return convert_in(folder, office(converters, folder), limits_of(converters), "national_reports");
    });
}

Result<std::string> without_pdf(std::string bytes, const FormConverters& converters) {
    if (sniff_answers(bytes) != "pdf") return bytes;
    auto text = in_turn([&]() -> Result<std::string> {
        const TemporaryFolder folder;
        write_into(folder, "input", bytes);
        return convert_in(folder,
                          {converters.pdftotext,
                           "poppler-utils",
                           {"-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "input", "-"},
                           "output"},
                          limits_of(converters), "national_reports");
    });
    if (text) text = without_embeddings(*text);
    if (!text || sniff_answers(*text) == "text") return text;
    return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.form_marks_missing")
                      .with("from", "PDF"));
}

} // namespace poa::national_reports
