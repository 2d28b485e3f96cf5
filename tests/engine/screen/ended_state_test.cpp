// SPDX-License-Identifier: Apache-2.0
#include "engine/screen/ended_state.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace redline;

namespace {

constexpr Date TODAY{std::chrono::year{2026} / 6 / 1};

}  // namespace

TEST_CASE("a state that says of the right itself that it is over", "[screen]") {
  for (auto const* state : {"注销",
                            "已注销",
                            "已经注销",
                            "已吊销",
                            "吊销",
                            "已废止",
                            "已撤销",
                            "采矿许可证已注销",
                            "采矿权已依法注销",
                            "该证已被吊销",
                            "已注销（2019年5月）",
                            "已注销（第一批）",
                            "2019年3月12日注销",
                            "已于2019-03-12注销",
                            "注销完毕",
                            "已办结注销登记",
                            "已注销登记",
                            "已自行废止",
                            "已吊销并注销",
                            "已吊销、已注销",
                            "已到期注销",
                            "矿山关闭，采矿权已注销",
                            "状态：已注销",
                            "注销：是",
                            "已公告注销",
                            "cancelled",
                            "Cancelled",
                            "revoked on 2019-03-12",
                            "licence cancelled",
                            "permit has been revoked"}) {
    INFO(state);
    CHECK(says_ended(state, TODAY));
  }
}

TEST_CASE("any other state leaves the right what it is", "[screen]") {
  for (auto const* state : {"",
                            "有效",
                            "有效，原证已注销",
                            "原证已注销",
                            "没有注销",
                            "未注销",
                            "注销：否",
                            "注销公告已撤销",
                            "注销后恢复",
                            "吊销决定已撤回",
                            "已注销并换发新证",
                            "拟注销",
                            "注销办理中",
                            "注销中",
                            "已下达注销告知书",
                            "申请注销",
                            "部分注销",
                            "已注销（部分）",
                            "到期注销",
                            "2030年注销",
                            "注销公告",
                            "未吊销",
                            "撤销注销",
                            "恢复（注销已撤销）",
                            "注销已撤销",
                            "已注销，已撤销",
                            "不予注销",
                            "矿区内一井已注销",
                            "not cancelled",
                            "to be cancelled",
                            "cancelled and reissued",
                            "cancellation pending",
                            "new licence, old one revoked"}) {
    INFO(state);
    CHECK(!says_ended(state, TODAY));
  }
}
