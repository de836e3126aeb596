metadata description = 'The bot\'s registration, and the one channel on which it is reached.'

@description('Name of the registration, unlike all others in Azure.')
@minLength(2)
@maxLength(64)
param name string

@description('Name that people see.')
@maxLength(42)
param displayName string

@description('Where Teams sends what people write.')
param endpoint string

@description('Resource id of the identity that the bot runs as.')
param identityId string

@description('App id of that identity.')
param identityClientId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppId: identityClientId
    msaAppMSIResourceId: identityId
    msaAppTenantId: tenant().tenantId
    msaAppType: 'UserAssignedMSI'
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}
