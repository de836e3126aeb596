metadata description = 'Everything that Plumbline needs in one resource group. No secret is made, kept or put out: the service proves itself by its managed identity.'

targetScope = 'resourceGroup'

@description('What the resources are called, before their own endings: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(14)
param name string = 'plumbline'

@description('The Azure region. Tables, queues and the service stand side by side.')
param location string = resourceGroup().location

@description('Client id of the Entra app registration that signs people in to the tab; it also reads channel tabs in teams that consented.')
@minLength(36)
@maxLength(36)
param tabAppId string

@description('Id of the Teams app, as in its manifest. Deep links carry it.')
@minLength(36)
@maxLength(36)
param teamsAppId string

@description('How the tab\'s app signs in to Microsoft Graph, to pin tabs and to know the owners of a team. ManagedIdentity: once the managed identity is a federated credential of that app. none: nothing is pinned.')
@allowed(['none', 'ManagedIdentity'])
param graphSignIn string = 'none'

@description('Entra tenants whose people may use the bot and the tab. All others are refused.')
@minLength(1)
param allowedTenants array = [tenant().tenantId]

@description('The host that serves the bot and the tab, without https. Empty: the App Service\'s own.')
param customHost string = ''

@description('How much goes to the log.')
@allowed(['error', 'warn', 'info', 'debug'])
param logLevel string = 'info'

@description('Size of one instance. The smallest that scales out by itself is P0v3.')
@allowed(['P0v3', 'P1v3', 'P2v3'])
param instanceSize string = 'P0v3'

@description('Instances that always run. Two, so that one can be replaced while the other works.')
@minValue(2)
@maxValue(10)
param fewestInstances int = 2

@description('Instances at most.')
@minValue(2)
@maxValue(30)
param mostInstances int = 6

@description('How the storage account is copied. Zone-redundant where the region has zones.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageRedundancy string = 'Standard_ZRS'

@description('Days for which logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Days for which a project is kept after the app was taken out of its team.')
@minValue(1)
@maxValue(3650)
param keepDays int = 30

@description('Who is mailed when an alert fires. Empty: nobody; the alerts show in the portal alone.')
param alertMail string = ''

var unique = uniqueString(resourceGroup().id, name)
var serviceName = '${name}-${unique}'
var host = empty(customHost) ? '${serviceName}.azurewebsites.net' : customHost

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${name}-identity'
    location: location
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    days: logDays
    principalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    // At most 24 lower-case letters and digits, unlike all others.
    name: '${take(replace(toLower(name), '-', ''), 11)}${unique}'
    location: location
    redundancy: storageRedundancy
    principalId: identity.outputs.principalId
  }
}

module service 'modules/service.bicep' = {
  name: 'service'
  params: {
    name: serviceName
    location: location
    instanceSize: instanceSize
    identityId: identity.outputs.id
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      PLUMBLINE_MODE: 'production'
      PORT: '8080'
      HOST: '0.0.0.0'
      LOG_LEVEL: logLevel
      PUBLIC_URL: 'https://${host}'
      BOT_ID: identity.outputs.clientId
      BOT_TYPE: 'UserAssignedMsi'
      BOT_TENANT_ID: tenant().tenantId
      ALLOWED_TENANTS: join(allowedTenants, ',')
      TAB_APP_ID: tabAppId
      TEAMS_APP_ID: teamsAppId
      GRAPH_SIGN_IN: graphSignIn
      GRAPH_IDENTITY_ID: graphSignIn == 'ManagedIdentity' ? identity.outputs.clientId : ''
      TABLES_URL: storage.outputs.tablesUrl
      QUEUES_URL: storage.outputs.queuesUrl
      KEEP_AFTER_REMOVAL_DAYS: string(keepDays)
      APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.ingestion
      TABLE_NAME: 'plumbline'
    }
    platformSettings: {
      // Which of its identities the service signs in to storage with.
      AZURE_CLIENT_ID: identity.outputs.clientId
      // Seconds that an instance has to end in order: it needs up to 25, and would be given 5.
      WEBSITES_CONTAINER_STOP_TIME_LIMIT: '30'
      // The package is built before it is deployed.
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'false'
      WEBSITE_RUN_FROM_PACKAGE: '1'
      // What the exporter would tell its makers of itself.
      APPLICATION_INSIGHTS_NO_STATSBEAT: 'true'
      APPLICATIONINSIGHTS_INSTRUMENTATION_LOGGING_LEVEL: 'ERROR'
    }
  }
}

module scaling 'modules/scaling.bicep' = {
  name: 'scaling'
  params: {
    name: '${name}-scaling'
    location: location
    planId: service.outputs.planId
    fewest: fewestInstances
    most: mostInstances
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: serviceName
    displayName: 'Plumbline'
    endpoint: 'https://${host}/api/messages'
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    siteId: service.outputs.siteId
    workspaceId: monitoring.outputs.workspaceId
    mail: alertMail
  }
}

@description('App id of the bot, for the Teams app package.')
output BOT_ID string = identity.outputs.clientId

@description('Host that serves the tab, for the Teams app package.')
output TAB_DOMAIN string = host

@description('The App Service that the package is deployed to.')
output SERVICE_ID string = service.outputs.siteId
