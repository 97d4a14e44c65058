// SPDX-License-Identifier: Apache-2.0
#include "base/file_converter.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <fstream>
#include <sstream>

namespace poa {
namespace {

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

} // namespace

Result<std::string> convert_in(const TemporaryFolder& folder, const FileConverter& converter,
                               const ChildLimits& limits, std::string_view area) {
    const std::string path = find_program(converter.name);
    if (path.empty())
        return refuse(Refusal::because(Refusal::Kind::rule, std::string(area) + ".converter_missing")
                          .with("converter", converter.name)
                          .with("package", converter.package));
    const ChildResult result = run_child(path, converter.arguments, folder.path(), limits);
    std::string made = read_file(folder.path() / converter.makes);
    if (result.end == ChildResult::End::exited && result.exit_code == 0 && !made.empty()) return made;
    return refuse(Refusal::because(Refusal::Kind::rule, std::string(area) + ".conversion_failed")
                      .with("converter", converter.name)
                      .with("reason", reason_of(result)));
}

void write_into(const TemporaryFolder& folder, std::string_view name, std::string_view bytes) {
    const std::filesystem::path path = folder.path() / name;
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file.flush()) throw MachineFailure("a file for a converter cannot be written: " + path.string());
}

} // namespace poa
