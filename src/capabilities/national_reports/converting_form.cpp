// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/converting_form.hpp"

#include "base/child_process.hpp"
#include "base/require.hpp"
#include "base/text.hpp"

#include <fstream>
#include <semaphore>
#include <sstream>

namespace poa::national_reports {
namespace {

constexpr int open_files = 256; // fonts and dictionaries of the office suite
constexpr int at_once = 2;

void write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) throw MachineFailure("a file for a converter cannot be written: " + path.string());
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (file) bytes << file.rdbuf();
    return std::move(bytes).str();
}

std::string reason_of(const ChildResult& result) {
    using End = ChildResult::End;
    if (result.end == End::out_of_time || result.end == End::out_of_cpu) return "time";
    if (result.end == End::output_too_large) return "size";
    std::string line(first_characters(trim(result.errors), 300));
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    return line.empty() || !is_utf8(line) ? "exit code " + std::to_string(result.exit_code) : line;
}

struct Program {
    std::string name, package;
    std::vector<std::string> arguments;
    std::string makes; ///< name of the file it leaves in the folder
};

/// What the program made of what lies in the folder.
Result<std::string> run(const Program& program, const TemporaryFolder& folder,
                        const FormConverters& converters) {
    const std::string path = find_program(program.name);
    if (path.empty())
        return refuse(Refusal::because(Refusal::Kind::rule, "national_reports.converter_missing")
                          .with("converter", program.name)
                          .with("package", program.package));
    const ChildResult result = run_child(path, program.arguments, folder.path(),
                                         {converters.cpu_seconds, converters.wall_seconds,
                                          converters.memory_bytes, converters.output_bytes_max, open_files});
    std::string made = read_file(folder.path() / program.makes);
    if (result.end == ChildResult::End::exited && result.exit_code == 0 && !made.empty()) return made;
    return refuse(Refusal::because(Refusal::Kind::rule, "national_reports.conversion_failed")
                      .with("converter", program.name)
                      .with("reason", reason_of(result)));
}

Program pandoc(const FormConverters& converters, std::string_view language) {
    Program program{converters.pandoc,
                    "pandoc",
                    {"--from=html", "--to=docx", "--metadata=title=",
                     "--metadata=lang=" + std::string(language), "--output=form.docx", "form.html"},
                    "form.docx"};
    if (language == "ar") program.arguments.insert(program.arguments.begin(), "--metadata=dir=rtl");
    return program;
}

Program office(const FormConverters& converters, const TemporaryFolder& folder) {
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
        write_file(folder.path() / "form.html", html);
        auto document = run(pandoc(converters, language), folder, converters);
        if (!document || format == FormFormat::docx) return document;
        return run(office(converters, folder), folder, converters);
    });
}

Result<std::string> without_pdf(std::string bytes, const FormConverters& converters) {
    if (sniff_answers(bytes) != "pdf") return bytes;
    auto text = in_turn([&]() -> Result<std::string> {
        const TemporaryFolder folder;
        write_file(folder.path() / "input", bytes);
        return run({converters.pdftotext,
                    "poppler-utils",
                    {"-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "input", "-"},
                    "output"},
                   folder, converters);
    });
    if (text) text = without_embeddings(*text);
    if (!text || sniff_answers(*text) == "text") return text;
    return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.form_marks_missing")
                      .with("from", "PDF"));
}

} // namespace poa::national_reports
