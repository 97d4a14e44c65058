// SPDX-License-Identifier: Apache-2.0
#include "app/settings_file.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <fstream>
#include <set>

namespace poa::app {
namespace {

const std::set<std::string, std::less<>> known_names = {"body-memory-mib",  "data",
                                                        "database",         "exercise",
                                                        "listen",           "log-level",
                                                        "log-requests",     "workers",
                                                        "metrics-token",    "page-cache-kib",
                                                        "mail-server",      "mail-from",
                                                        "mail-user",        "mail-password-file",
                                                        "mail-authorities", "mail-in-clear",
                                                        "report-reminders", "platform-name",
                                                        "public-url",       "trusted-proxy"};

std::string environment_name(std::string_view name) {
    std::string made = "POA_";
    for (char c : name)
        made += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return made;
}

} // namespace

std::vector<std::pair<std::string, std::string>> read_settings_file(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in || std::filesystem::is_directory(file))
        throw MachineFailure(fmt::format("The settings file {} cannot be read.", file.string()));
    std::vector<std::pair<std::string, std::string>> settings;
    std::vector<std::string> problems;
    for (const CLI::ConfigItem& item : CLI::ConfigTOML().from_config(in)) {
        if (item.name == "++" || item.name == "--") continue; // how the reader marks that a section ends
        if (!item.parents.empty() || !known_names.contains(item.name))
            problems.push_back(fmt::format("There is no setting “{}”.", item.fullname()));
        else if (item.inputs.size() > 1 && item.name != "trusted-proxy") // a name that comes twice, too
            problems.push_back(fmt::format("“{}” has more than one value.", item.name));
        else
            settings.emplace_back(environment_name(item.name),
                                  item.inputs.empty() ? "true" : join(item.inputs, ","));
    }
    if (!problems.empty())
        throw MachineFailure(fmt::format("The settings file {} cannot be used:\n  {}\n  There are: {}.",
                                         file.string(), join(problems, "\n  "),
                                         join({known_names.begin(), known_names.end()}, ", ")));
    return settings;
}

void apply_settings_file(const std::filesystem::path& file) {
    for (const auto& [name, value] : read_settings_file(file)) ::setenv(name.c_str(), value.c_str(), 0);
}

} // namespace poa::app
