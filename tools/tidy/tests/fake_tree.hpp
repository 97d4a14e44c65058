// SPDX-License-Identifier: Apache-2.0
#pragma once
// Small trees written down in a test.

#include "base/text.hpp"
#include "tidy/checks.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

namespace poa::tidy {

inline constexpr auto licence_line = "// SPDX-License-Identifier: Apache-2.0\n";

/// A tree of these files beside the tables that every tree has; C++ files get the licence line put before
/// them.
inline Tree tree_of(std::initializer_list<std::pair<std::string, std::string>> files) {
    Tree tree;
    tree.files.push_back({"tools/tidy/roles.txt",
                          "{capability}.* work\ncommands/* work\nstore* work\npermissions* work\n"
                          "queries* work\neffects* work\npages.hpp work\npages* faces\nmodule* faces\n"
                          "library unicode/*\nlibrary fmt/*\n"});
    tree.files.push_back(
        {"tools/tidy/uses.txt",
         "room base:\nroom storage: base\nroom http: base\nroom web: base http\n"
         "room capabilities: base storage http web\nroom app: base storage http web capabilities\n"
         "capability ledger:\ncapability members: ledger\ncapability identity: ledger\n"});
    for (const auto& [path, text] : files) {
        const bool is_cpp = path.ends_with(".cpp") || path.ends_with(".hpp");
        tree.files.push_back({path, is_cpp ? licence_line + text : text});
    }
    for (const std::string capability : {"ledger", "members"})
        tree.files.push_back({"src/capabilities/" + capability + "/README.md", "# Words\n"});
    std::ranges::sort(tree.files, {}, &File::path);
    return tree;
}

/// "path:line rule" of every finding, joined by blanks; empty when all is well.
inline std::string found_in(std::initializer_list<std::pair<std::string, std::string>> files) {
    std::vector<std::string> found;
    for (const Finding& finding : check_all(tree_of(files)))
        found.push_back(finding.path + ":" + std::to_string(finding.line) + " " + finding.rule);
    return join(found, "; ");
}

} // namespace poa::tidy
