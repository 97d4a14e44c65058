// SPDX-License-Identifier: Apache-2.0
// poa_tidy: the rules of ARCHITECTURE.md as a program.
//   poa_tidy [check] [--top DIR]              the rules; exit 1 where one is broken
//   poa_tidy coverage [--check] [--top DIR]   writes docs/reference/coverage.md, or fails where it is stale
#include "base/require.hpp"
#include "tidy/checks.hpp"
#include "tidy/coverage.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

using namespace poa::tidy;

constexpr auto coverage_path = "docs/reference/coverage.md";

/// Prints the findings; the number of those that fail the run.
int print(const Findings& findings) {
    int failing = 0;
    for (const Finding& finding : findings) {
        fmt::print("{}{}\n", finding.warning ? "warning: " : "", to_text(finding));
        if (!finding.warning) ++failing;
    }
    return failing;
}

std::string page_of(const Tree& tree, Findings& findings) {
    const File* rows = tree.find("tools/tidy/rows.txt");
    if (!rows) throw poa::MachineFailure("tools/tidy/rows.txt is missing: run this at the top of the tree");
    return coverage_page(tree, read_rows(*rows, findings), findings);
}

int check(const Tree& tree) {
    Findings findings = check_all(tree);
    (void)page_of(tree, findings); // for the claims of unknown rows
    const int failing = print(findings);
    if (failing > 0) fmt::print("tidy: {} to mend\n", failing);
    return failing > 0 ? 1 : 0;
}

int coverage(const Tree& tree, const std::filesystem::path& top, bool only_check) {
    Findings findings;
    const std::string page = page_of(tree, findings);
    if (print(findings) > 0) return 1;
    const File* old = tree.find(coverage_path);
    if (old && old->text == page) return 0;
    if (only_check) {
        fmt::print("{}:1: [coverage] is not what the tests say: run script/tidy coverage\n", coverage_path);
        return 1;
    }
    std::filesystem::create_directories((top / coverage_path).parent_path());
    std::ofstream out(top / coverage_path, std::ios::binary);
    out << page;
    out.close();
    if (!out) throw poa::MachineFailure(fmt::format("cannot write {}", (top / coverage_path).string()));
    fmt::print("tidy: wrote {}\n", coverage_path);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Checks the rules of ARCHITECTURE.md."};
    app.fallthrough(); // --top may stand behind the subcommand
    std::string top = ".";
    app.add_option("--top", top, "Top of the tree")->capture_default_str();
    app.add_subcommand("check", "Check the rules (default)");
    CLI::App* covered = app.add_subcommand("coverage", "Write docs/reference/coverage.md");
    bool only_check = false;
    covered->add_flag("--check", only_check, "Write nothing; fail where the page is stale");
    app.require_subcommand(0, 1);
    CLI11_PARSE(app, argc, argv);
    try {
        const Tree tree = read_tree(top);
        return covered->parsed() ? coverage(tree, top, only_check) : check(tree);
    } catch (const std::exception& problem) {
        fmt::print(stderr, "tidy: {}\n", problem.what());
        return 2;
    }
}
