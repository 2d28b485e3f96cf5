// The pages about the workspace name every key and word that the program takes.
// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <sstream>

#include "engine/core/error.hpp"
#include "engine/core/text.hpp"
#include "layers/workspace/register_rows.hpp"
#include "layers/workspace/workspace.hpp"
#include "tests/layers/workspace/folder.hpp"

using namespace redline;
using redline::test::Folder;
using redline::test::read_file;

namespace {

// What the program says it takes, when asked for something it does not.
std::vector<std::string> taken(std::string const& text) {
  Folder const f;
  f.write("a", "");
  f.write("redline.toml", "format = \"redline-workspace/1\"\n" + text);
  try {
    read_workspace(f.str());
  } catch (Error const& e) {
    REQUIRE(e.message().args.size() == 6);
    std::istringstream list(e.message().args[5]);
    std::vector<std::string> out;
    for (std::string word; std::getline(list >> std::ws, word, ',');) out.push_back(word);
    return out;
  }
  FAIL("accepted: " << text);
  return {};
}

}  // namespace

TEST_CASE("every key and word of redline.toml is explained in both languages") {
  std::string const areas = "[[layer]]\nrole = \"areas\"\nsource = \"a\"\n",
                    activities = "[[layer]]\nrole = \"activities\"\nsource = \"a\"\n";
  for (auto const* name : {"docs/workspace.md", "docs/workspace.zh-CN.md"}) {
    auto const page = read_file(std::filesystem::path(REDLINE_SOURCE_DIR) / name);
    for (auto const& text :
         {std::string("zz = 1\n"), std::string("[settings]\nzz = 1\n"),
          std::string("[settings]\narea_method = \"zz\"\n"), std::string("[settings]\nrounding = \"zz\"\n"),
          std::string("[transformation.zz]\n"), std::string("[setbacks]\nzz = 1\n"), areas + "zz = 1\n",
          areas + "kind = \"zz\"\n", areas + "[layer.fields]\nzz = \"1\"\n", areas + "[layer.zone_map]\na = \"zz\"\n",
          activities + "kind = \"zz\"\n", activities + "action = \"zz\"\n",
          activities + "[layer.fields]\nzz = \"1\"\n"}) {
      auto const words = taken(text);
      CHECK(words.size() >= 2);
      for (auto const& word : words) {
        INFO(name << ": " << word);
        bool const named = page.find('`' + word + '`') != std::string::npos ||
                           page.find('[' + word + ']') != std::string::npos ||
                           page.find("[[" + word + "]]") != std::string::npos ||
                           page.find("[layer." + word + ']') != std::string::npos;
        CHECK(named);
      }
    }
  }
}

TEST_CASE("every column of the register is explained in both languages") {
  for (auto const* name : {"docs/workspace.md", "docs/workspace.zh-CN.md"}) {
    auto const page = read_file(std::filesystem::path(REDLINE_SOURCE_DIR) / name);
    std::istringstream header(read_file(std::filesystem::path(REDLINE_SOURCE_DIR) / "layers/workspace/register.csv"));
    std::string line;
    std::getline(header, line);
    std::istringstream columns(line);
    for (std::string column; std::getline(columns, column, ',');) {
      INFO(name << ": " << column);
      CHECK(page.find('`' + column + '`') != std::string::npos);
    }
  }
}
