// The words of the ledger: the built-in file against the stages and status words the offices use, and what is wrong in
// a copy. SPDX-License-Identifier: Apache-2.0
#include "layers/restoration/model_file.hpp"

#include <catch2/catch.hpp>

#include "embedded/restoration_files.hpp"
#include "engine/core/error.hpp"

using namespace redline;

namespace {

std::string builtin_text() { return std::string(embedded::restoration_files().front().text); }

std::string replaced(std::string const& from, std::string const& to) {
  auto text = builtin_text();
  auto const at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string error_of(std::string const& text) {
  try {
    parse_restoration_model(text, "restoration.toml");
  } catch (Error const& e) {
    return e.message().key;
  }
  return "";
}

}  // namespace

TEST_CASE("stages as the offices use them", "[restoration]") {
  auto const m = parse_restoration_model(builtin_text(), "restoration.toml");
  int last = -1;
  for (auto const& [word, c] : {std::pair{"有效", StageClass::not_started},
                                {"已告知", StageClass::not_started},
                                {"注销", StageClass::not_started},
                                {"扣除变更", StageClass::not_started},
                                {"补偿", StageClass::not_started},
                                {"设施拆除", StageClass::under_way},
                                {"回填", StageClass::under_way},
                                {"覆土", StageClass::under_way},
                                {"复绿", StageClass::restored},
                                {"治理恢复", StageClass::restored},
                                {"自验", StageClass::restored},
                                {"县级验收", StageClass::accepted},
                                {"州级验收", StageClass::accepted},
                                {"区级验收", StageClass::accepted},
                                {"销号", StageClass::accepted}}) {
    auto const* s = m.stage(word);
    REQUIRE(s);
    CHECK(s->stage_class == c);
    CHECK(s->order >= last);
    last = s->order;
  }
  REQUIRE(m.stage("退回再整改"));
  CHECK(m.stage("退回再整改")->returns);
  CHECK(m.stage("退回再整改")->stage_class == StageClass::under_way);
  CHECK(m.stage("下班") == nullptr);
  CHECK(m.statuses.size() == 5);
}

TEST_CASE("a kind can change what a figure means", "[restoration]") {
  auto const m = parse_restoration_model(builtin_text(), "restoration.toml");
  CHECK(m.measure("damage", "area").quantity == Quantity::disturbed);
  CHECK(m.measure("redline", "area").quantity == Quantity::other);
  CHECK(m.measure("damage", "area_over").at_least);
}

TEST_CASE("what is wrong in a copy is named", "[restoration]") {
  CHECK(error_of(builtin_text()) == "");
  CHECK(error_of(replaced("redline-restoration-model/1", "x")) == "restoration.model_format");
  CHECK(error_of(replaced("class = \"under_way\"", "class = \"halfway\"")) == "workspace.unknown_word");
  CHECK(error_of(replaced("\"有效\", \"未开展\"", "\"有效\", \"销号\"")) == "restoration.model_word_twice");
  CHECK(error_of(replaced("stage_of_restored = \"restored\"", "stage_of_restored = \"closed\"")) ==
        "restoration.model_default_stage");
  CHECK(error_of(replaced("[measures]", "[messures]")) == "workspace.unknown_key");
  CHECK(error_of(replaced("[measures]", "[measures")) == "workspace.syntax");
}
