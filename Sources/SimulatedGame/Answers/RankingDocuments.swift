/// The ranking answers of the game server, field for field.
enum RankingDocuments {
    /// `ranking?rankingViewType=top100`. The main board comes first in what is shown.
    static func top100(event: Int, shown: [ShownBoard]) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"isEventAggregate\":")
        json.boolean(shown.first?.isCounting ?? false)
        json.raw(",\"rankings\":")
        json.list(shown.first?.rows ?? [], write: player)
        json.raw(",\"userRankingStatus\":\"normal\",\"userWorldBloomChapterRankings\":")
        json.list(shown.dropFirst()) { json, chapter in
            opening(of: chapter, event: event, into: &json)
            json.raw(",\"rankings\":")
            json.list(chapter.rows, write: player)
            json.raw("}")
        }
        json.raw("}")
        return json.bytes
    }

    /// `ranking-border`. The main board comes first in what is shown.
    static func borders(event: Int, shown: [ShownBoard]) -> [UInt8] {
        var json = JSONText()
        json.raw("{\"eventId\":")
        json.integer(Int64(event))
        json.raw(",\"isEventAggregate\":")
        json.boolean(shown.first?.isCounting ?? false)
        json.raw(",\"borderRankings\":")
        json.list(shown.first?.rows ?? [], write: player)
        json.raw(",\"userWorldBloomChapterRankingBorders\":")
        json.list(shown.dropFirst()) { json, chapter in
            opening(of: chapter, event: event, into: &json)
            json.raw(",\"borderRankings\":")
            json.list(chapter.rows, write: player)
            json.raw("}")
        }
        json.raw("}")
        return json.bytes
    }

    private static func opening(of shown: ShownBoard, event: Int, into json: inout JSONText) {
        json.raw("{\"eventId\":")
        json.integer(Int64(event))
        if case .chapter(let chapter) = shown.board, let character = chapter.characterID {
            json.raw(",\"gameCharacterId\":")
            json.integer(Int64(character))
        }
        json.raw(",\"isWorldBloomChapterAggregate\":")
        json.boolean(shown.isCounting)
    }

    private static func player(_ json: inout JSONText, _ row: RankedPlayer) {
        json.raw("{\"userId\":")
        json.integer(row.player.userID)
        json.raw(",\"score\":")
        json.integer(row.score)
        json.raw(",\"rank\":")
        json.integer(Int64(row.rank))
        json.raw(",\"isOwn\":false,\"name\":")
        json.string(row.name)
        json.raw(",\"userCard\":{\"cardId\":")
        json.integer(Int64(row.player.cardID))
        json.raw(",\"level\":60,\"masterRank\":")
        json.integer(Int64(row.player.masterRank))
        json.raw(",\"specialTrainingStatus\":\"done\",\"defaultImage\":\"special_training\"}")
        json.raw(",\"userProfile\":{\"userId\":")
        json.integer(row.player.userID)
        json.raw(",\"word\":")
        json.string(row.player.word)
        json.raw(",\"twitterId\":\"\",\"profileImageType\":\"leader\"}")
        json.raw(",\"userProfileHonors\":[{\"seq\":1,\"profileHonorType\":\"normal\",\"honorId\":")
        json.integer(Int64(row.player.honorID))
        json.raw(",\"honorLevel\":9,\"bondsHonorViewType\":\"none\",\"bondsHonorWordId\":0}]")
        json.raw(",\"userCheerfulCarnival\":{},\"userHonorMissions\":[],\"userPlayerFrames\":[]}")
    }
}
